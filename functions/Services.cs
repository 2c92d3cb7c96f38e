using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin;

/// <summary>What both editions share: one line per room. An edition adds its adapters for the ports.</summary>
public static class Services
{
    public static IServiceCollection AddPublicAdmin(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<Deliveries>()
            .AddIdentity();
    }
}
