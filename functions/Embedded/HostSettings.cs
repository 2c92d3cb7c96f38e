using System.Text.Json;

namespace PublicAdmin.Embedded;

/// <summary>What host.json says that applies here too, so that both editions deliver alike.</summary>
internal sealed record HostSettings(TimeSpan FunctionTimeout, HostSettings.ExtensionSettings Extensions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public HttpSettings Http => Extensions.Http;

    public ServiceBusSettings ServiceBus => Extensions.ServiceBus;

    public static HostSettings Load()
    {
        var json = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json"));
        return JsonSerializer.Deserialize<HostSettings>(json, Json) ?? throw new InvalidDataException("host.json is empty.");
    }

    internal sealed record ExtensionSettings(HttpSettings Http, ServiceBusSettings ServiceBus);

    internal sealed record HttpSettings(string RoutePrefix, int MaxOutstandingRequests, int MaxConcurrentRequests);

    internal sealed record ServiceBusSettings(int MaxConcurrentCalls, int MaxConcurrentSessions, TimeSpan MaxAutoLockRenewalDuration);
}
