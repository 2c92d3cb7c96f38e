using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<PaperOwners>()
        .AddSingleton<UploadStore>()
        .AddSingleton<StagedChunks>()
        .AddSingleton<UploadDesk>()
        .AddSingleton<UploadCompletion>()
        .AddSingleton<UploadPurge>()
        .AddSingleton<PaperChecks>()
        .AddSingleton<WalletStore>()
        .AddSingleton<WalletKeeper>()
        .AddSingleton<IDossierFollowUp, PapersGiven>()
        .AddSingleton<DossierPapers>()
        .AddSingleton<BoundScans>()
        .AddSingleton<IVirusScanner>(provider => Scanner(provider.GetRequiredService<IConfiguration>()));

    /// <summary>
    /// Settings <c>Antivirus:Host</c> and <c>Antivirus:Port</c> (3310 when not said) name a clamd; without a host papers stay unscanned.
    /// The Azure edition asks its storage's own scanner instead.
    /// </summary>
    private static IVirusScanner Scanner(IConfiguration settings) => settings["Antivirus:Host"] is { Length: > 0 } host
        ? new ClamAv(host, int.Parse(settings["Antivirus:Port"] ?? "3310", CultureInfo.InvariantCulture))
        : new NoVirusScanner();
}
