using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Archive.Erasure;
using PublicAdmin.Archive.Packages;
using PublicAdmin.Archive.Retention;
using PublicAdmin.Archive.Rights;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Archive;

internal static class ArchiveServices
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<KeptThings>()
        .AddSingleton<RateLimitRemoval>()
        .AddSingleton<KeepingTerms>()
        .AddSingleton<KeepReasons>()
        .AddSingleton<ArchiveBook>()
        .AddSingleton<IDossierAnnex>(provider => provider.GetRequiredService<ArchiveBook>())
        .AddSingleton<EndedDossiers>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<EndedDossiers>())
        .AddSingleton<DossierContents>()
        .AddSingleton<AgencySeals>()
        .AddSingleton<PreservationCopies>()
        .AddSingleton<PackedDocuments>()
        .AddSingleton<PackageMaker>()
        .AddSingleton<ArchiveDesk>()
        .AddSingleton<ErasedPapers>()
        .AddSingleton<ErasedFiles>()
        .AddSingleton<ErasedWords>()
        .AddSingleton<DossierErasure>()
        .AddSingleton<ErasureDesk>()
        .AddSingleton<CenterSeal>()
        .AddSingleton<OwnDossierPart>()
        .AddSingleton<OwnStorePart>()
        .AddSingleton<OwnExport>();
}
