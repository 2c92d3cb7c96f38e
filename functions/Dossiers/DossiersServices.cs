using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Dossiers;

internal static class DossiersServices
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) => services
        .AddSingleton<DataKeyRing>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<DataKeyRing>())
        .AddSingleton<DataKeys>()
        .AddSingleton<DossierStore>()
        .AddSingleton<DossierReader>()
        .AddSingleton<TouchedDossiers>()
        .AddSingleton<AccessLog>()
        .AddSingleton<ListRepair>()
        .AddSingleton<TrackingSecrets>()
        .AddSingleton<TrackingPages>()
        .AddSingleton<DossierRestorer>()
        .AddSingleton<ProjectedLists>()
        .AddSingleton<CentralCodes>()
        .AddSingleton<IDossierList>(services => services.GetRequiredService<CentralCodes>())
        .AddSingleton<DossierProjector>();
}
