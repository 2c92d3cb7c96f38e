using Microsoft.Extensions.Configuration;

namespace PublicAdmin.Embedded;

/// <summary>What host.json says that applies here too, so that both editions deliver alike.</summary>
internal sealed record HostSettings(TimeSpan FunctionTimeout, HostSettings.ExtensionSettings Extensions)
{
    /// <summary>As in the Functions host, settings below this name go before what host.json says.</summary>
    private const string Section = "AzureFunctionsJobHost";

    public HttpSettings Http => Extensions.Http;

    public ServiceBusSettings ServiceBus => Extensions.ServiceBus;

    public static HostSettings Load(IConfiguration? settings = null)
    {
        var host = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"));
        return (settings is null ? host : host.AddConfiguration(settings.GetSection(Section))).Build().Get<HostSettings>()
            ?? throw new InvalidDataException("host.json is empty.");
    }

    internal sealed record ExtensionSettings(HttpSettings Http, ServiceBusSettings ServiceBus);

    internal sealed record HttpSettings(string RoutePrefix, int MaxOutstandingRequests, int MaxConcurrentRequests);

    internal sealed record ServiceBusSettings(int MaxConcurrentCalls, int MaxConcurrentSessions, TimeSpan MaxAutoLockRenewalDuration);
}
