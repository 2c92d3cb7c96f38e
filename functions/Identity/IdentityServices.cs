using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Identity;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section);
        return services.AddSingleton<Issuers>().AddSingleton<TokenCache>().AddSingleton<Tokens>();
    }
}
