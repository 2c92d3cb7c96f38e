using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Identity;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services.AddSingleton<Gate>();
}
