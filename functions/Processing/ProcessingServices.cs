using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Processing;

internal static class ProcessingServices
{
    public static IServiceCollection AddProcessing(this IServiceCollection services) => services
        .AddSingleton<SeenVersions>()
        .AddSingleton<ProcessingDesk>()
        .AddSingleton<DossierAnswers>()
        .AddSingleton<DossierClocks>()
        .AddSingleton<ResultNumbers>()
        .AddSingleton<DossierSearch>()
        .AddSingleton<SearchIndex>()
        .AddSingleton<CitizenDossiers>()
        .AddSingleton<CitizenConsents>()
        .AddSingleton<WorkList>()
        .AddSingleton<IDossierList>(services => services.GetRequiredService<WorkList>())
        .AddSingleton<IDossierList>(services => services.GetRequiredService<SearchIndex>())
        .AddSingleton<IDossierList>(services => services.GetRequiredService<CitizenDossiers>())
        .AddSingleton<IDossierList>(services => services.GetRequiredService<CitizenConsents>());
}
