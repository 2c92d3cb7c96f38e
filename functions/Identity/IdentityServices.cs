using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Identity.Sessions;

namespace PublicAdmin.Identity;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section);
        return services.AddSingleton<Issuers>().AddSingleton<TokenCache>().AddSingleton<Tokens>()
            .AddSingleton<SessionStore>().AddSingleton<SessionCookie>().AddSingleton<SessionDoor>()
            .AddSingleton<OpenIdIssuers>().AddSingleton<BegunSignIns>().AddSingleton<PersonTokens>().AddSingleton<SignInDesk>();
    }
}
