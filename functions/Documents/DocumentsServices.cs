using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Pairing;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Documents.Records;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddRecords()
        .AddSingleton<PaperOwners>()
        .AddSingleton<UploadStore>()
        .AddSingleton<IDossierAnnex, WalletAnnex>()
        .AddSingleton<IDossierAnnex>(provider => provider.GetRequiredService<UploadStore>())
        .AddSingleton<StagedChunks>()
        .AddSingleton<UploadDesk>()
        .AddSingleton<UploadCompletion>()
        .AddSingleton<UploadPurge>()
        .AddSingleton<PairingStore>()
        .AddSingleton<PairingDesk>()
        .AddSingleton<PaperChecks>()
        .AddSingleton<WalletStore>()
        .AddSingleton<PastResults>()
        .AddSingleton<OwnResults>(provider => provider.GetRequiredService<PastResults>().FindAsync)
        .AddSingleton<WalletKeeper>()
        .AddSingleton<IDossierFollowUp, PapersGiven>()
        .AddSingleton<DossierPapers>()
        .AddSingleton<BoundScans>()
        .AddSingleton<FileChecks>()
        .AddSingleton<FileObjection>(provider => provider.GetRequiredService<FileChecks>().ObjectionAsync)
        .AddSingleton<ScannedOriginal>(provider => provider.GetRequiredService<BoundScans>().OriginalAsync)
        .AddSingleton<IVirusScanner>(provider => Scanner(provider.GetRequiredService<IConfiguration>()));

    /// <summary>With a gateway, databases are asked through it; without, this office's own results.</summary>
    private static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddOptions<RecordSettings>().BindConfiguration(RecordSettings.Section);
        services.AddHttpClient<RecordGateway>(http => http.Timeout = TimeSpan.FromSeconds(10)).Watched(OutsideLines.Records);
        services.TryAddSingleton(new LocalRegister([]));
        return services
            .AddSingleton<OwnRegister>()
            .AddSingleton<IRecordSource>(provider => provider.GetRequiredService<IOptions<RecordSettings>>().Value is var settings
                && SignedRequests.AreSetUp(settings.GatewayUrl, settings.GatewaySecret)
                ? provider.GetRequiredService<RecordGateway>()
                : provider.GetRequiredService<OwnRegister>())
            .AddSingleton(provider => new OutsideLine(
                OutsideLines.Records, provider.GetRequiredService<IRecordSource>() is RecordGateway, Queues.RecordsToRead))
            .AddSingleton<OwnRecords>()
            .AddSingleton<OwnRecord>(provider => provider.GetRequiredService<OwnRecords>().FindAsync)
            .AddSingleton<RecordReader>()
            .AddSingleton<RuleQuestions>()
            .AddSingleton<IDossierFollowUp, RecordsWanted>();
    }

    /// <summary>
    /// Settings <c>Antivirus:Host</c> and <c>Antivirus:Port</c> (3310 when not said) name a clamd; without a host papers stay unscanned.
    /// The Azure edition asks its storage's own scanner instead.
    /// </summary>
    private static IVirusScanner Scanner(IConfiguration settings) => settings["Antivirus:Host"] is { Length: > 0 } host
        ? new ClamAv(host, int.Parse(settings["Antivirus:Port"] ?? "3310", CultureInfo.InvariantCulture))
        : new NoVirusScanner();
}
