using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
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
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PortalLine)), provider.GetRequiredService<IOptions<PortalSettings>>(),
                provider.GetRequiredService<LineWatch>()));
        return services
            .AddInbound()
            .AddSingleton(LineOf)
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
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .Watched(OutsideLines.PortalFiles);
        return services
            .AddSingleton(provider => new OutsideLine(
                OutsideLines.PortalFiles, provider.GetRequiredService<IOptions<PortalSettings>>().Value.FilesAddress.Length > 0, Queues.PortalFiles))
            .AddSingleton<PortalNonces>()
            .AddSingleton<PortalSignatures>()
            .AddSingleton<PortalIntake>()
            .AddSingleton<PortalFileReader>()
            .AddSingleton<PortalFetching>()
            .AddSingleton<IDossierFollowUp, FilesWanted>();
    }

    // A portal that fetches its changes itself is not sent any: what waits is what it has not fetched.
    private static OutsideLine LineOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<PortalSettings>>().Value switch
    {
        { Address.Length: > 0 } => new(OutsideLines.Portal, IsOpen: true, Queues.PortalSync),
        { Client: { Length: > 0 } client } => new(
            OutsideLines.Portal, IsOpen: true, Queues.PortalSync,
            Waiting: ct => provider.GetRequiredService<PortalNews>().WaitingSinceAsync(client, DateTimeOffset.MaxValue, ct).Select(one => one.WaitingSince)),
        _ => new(OutsideLines.Portal, IsOpen: false, Queues.PortalSync),
    };
}
