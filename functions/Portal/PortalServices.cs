using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Portal.Reconciling;

namespace PublicAdmin.Portal;

internal static class PortalServices
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddOptions<PortalSettings>().BindConfiguration(PortalSettings.Section);
        services.AddHttpClient(nameof(PortalLine), http => http.Timeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(
            provider => new PortalLine(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PortalLine)), provider.GetRequiredService<IOptions<PortalSettings>>()));
        return services
            .AddSingleton<PortalNews>()
            .AddSingleton<IDossierList>(provider => provider.GetRequiredService<PortalNews>())
            .AddSingleton<PortalLedger>()
            .AddSingleton<PortalBook>()
            .AddSingleton<PortalSending>()
            .AddSingleton<PortalDays>()
            .AddSingleton<IDossierList>(provider => provider.GetRequiredService<PortalDays>())
            .AddSingleton<PortalLookUp>()
            .AddSingleton<PortalReconciler>()
            .AddSingleton<PortalRepair>()
            .AddSingleton<IDossierFollowUp, PortalWanted>();
    }
}
