using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Dossiers;

internal static class DossiersServices
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) => services
        .AddSingleton<DossierStore>()
        .AddSingleton<DossierReader>()
        .AddSingleton<AccessLog>()
        .AddSingleton<TrackingSecrets>()
        .AddSingleton<DossierProjector>();
}
