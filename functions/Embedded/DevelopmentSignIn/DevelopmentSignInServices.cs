using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded.SamplePlatform;
using PublicAdmin.Identity;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

internal static class DevelopmentSignInServices
{
    /// <summary>On when asked for; unasked, only while every address is this machine's own and no real issuer is configured.</summary>
    public static bool WantsDevelopmentSignIn(this IConfiguration configuration, string urls) =>
        configuration.GetValue<bool?>("Embedded:DevelopmentSignIn")
        ?? (configuration["Identity:Citizens:Authority"] is null or "" && configuration["Identity:Staff:Authority"] is null or ""
            && !configuration.GetSection("Kestrel:Endpoints").Exists()
            && urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsLoopback));

    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services, string folder, IConfiguration configuration)
    {
        services.AddOptions<IdentitySettings>().PostConfigure<DevelopmentIssuer>((settings, issuer) => issuer.Open(settings));
        return services
            .AddSingleton(_ => new DevelopmentKey(folder))
            .AddSingleton<DevelopmentIssuer>()
            .AddHostedService<SeedPersonas>()
            .AddSamplePlatform(configuration);
    }

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url.Trim()).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
