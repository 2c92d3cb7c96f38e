using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Embedded.SamplePlatform;

internal static class SamplePlatformServices
{
    public const string Secret = "Payments:GatewaySecret";

    /// <summary>Where the platform's doors begin.</summary>
    public const string Path = "/payments";

    private const string Gateway = "Payments:GatewayUrl";
    private const string Wanted = "Embedded:SamplePlatform";

    /// <summary>Where no platform is set up, unless said otherwise; not while triggers are worked by hand, as tests do.</summary>
    public static IServiceCollection AddSamplePlatform(this IServiceCollection services, IConfiguration settings)
    {
        if (settings[Gateway] is { Length: > 0 } || !settings.GetValue(Wanted, !settings.GetValue<bool>("Embedded:ManualTriggers")))
        {
            return services;
        }

        settings[Gateway] = $"http://localhost/dev{Path}";
        settings[Secret] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        services.AddHttpClient("PaymentGateway").AddHttpMessageHandler<ToThisOffice>();
        services.AddHttpClient<PlatformTells>();
        var journal = new PlatformJournal(System.IO.Path.Combine(EmbeddedOffice.FolderOf(settings), "sample-platform.jsonl"));
        return services.AddTransient<ToThisOffice>().AddSingleton(journal).AddSingleton<PlatformBook>();
    }
}
