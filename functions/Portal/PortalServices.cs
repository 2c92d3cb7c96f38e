using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;

namespace PublicAdmin.Portal;

internal static class PortalServices
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddOptions<PortalSettings>().BindConfiguration(PortalSettings.Section);
        return services
            .AddSingleton<PortalNews>()
            .AddSingleton<IDossierList>(provider => provider.GetRequiredService<PortalNews>())
            .AddSingleton<PortalLedger>();
    }
}
