using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Portal.Inbound;
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
            .AddInbound()
            .AddSingleton<PortalNews>()
            .AddSingleton<IDossierList>(provider => provider.GetRequiredService<PortalNews>())
            .AddSingleton<PortalLedger>()
            .AddSingleton<PortalBook>()
            .AddSingleton<PortalLinks>()
            .AddSingleton<PortalFiles>()
            .AddSingleton<PortalDelivery>()
            .AddSingleton<PortalAcceptance>()
            .AddSingleton<PortalSending>()
            .AddSingleton<PortalDays>()
            .AddSingleton<IDossierList>(provider => provider.GetRequiredService<PortalDays>())
            .AddSingleton<PortalLookUp>()
            .AddSingleton<PortalFileCheck>()
            .AddSingleton<PortalReconciler>()
            .AddSingleton<PortalRepair>()
            .AddSingleton<PortalAlarm>()
            .AddSingleton<PortalSilence>()
            .AddSingleton<IDossierFollowUp, PortalWanted>();
    }

    private static IServiceCollection AddInbound(this IServiceCollection services)
    {
        services.AddHttpClient<PortalFileLine>(http => http.Timeout = TimeSpan.FromMinutes(2))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services
            .AddSingleton<PortalNonces>()
            .AddSingleton<PortalSignatures>()
            .AddSingleton<PortalIntake>()
            .AddSingleton<PortalFileReader>()
            .AddSingleton<PortalFetching>()
            .AddSingleton<IDossierFollowUp, FilesWanted>();
    }
}
