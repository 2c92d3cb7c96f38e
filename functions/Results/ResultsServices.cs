using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Forms;
using PublicAdmin.Results.Copies;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Results.Forms;

namespace PublicAdmin.Results;

internal static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<PaperSigner>()
        .AddSingleton<QrTokens>()
        .AddSingleton<PaperNames>()
        .AddSingleton<PaperSigners>()
        .AddSingleton<ResultPrinter>()
        .AddSingleton<Approval.PapersToSign>()
        .AddSingleton<SealingSignals>()
        .AddSingleton<SignedResults>()
        .AddSingleton<ReturnObjection>(provider => provider.GetRequiredService<SignedResults>().ObjectionAsync)
        .AddSingleton<SentResults>()
        .AddSingleton<SentResult>(provider => provider.GetRequiredService<SentResults>().FindAsync)
        .AddSingleton<IssuedElsewhere>()
        .AddReading()
        .AddSingleton<ResultSigning>()
        .AddSingleton<ControlSlips>()
        .AddSingleton<FormSources>()
        .AddSingleton<FormNumbers>()
        .AddSingleton<ReceiptPrinter>()
        .AddSingleton<ApologyPrinter>()
        .AddSingleton<FormPrinter>()
        .AddSingleton<FormShelf>()
        .AddSingleton<SealedForms>()
        .AddSingleton<ApologySigning>()
        .AddSingleton<Receipts.FeeReceipts>()
        .AddSingleton<MarkedResults>()
        .AddSingleton<CertifiedCopies>()
        .AddSingleton<CopyDesk>()
        .AddSingleton<PaperNumbers>()
        .AddSingleton<IDossierFollowUp, ResultFollowUp>();

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<SigningKeyList>()
        .AddSingleton<PresentedPapers>()
        .AddSingleton<PresentedFacts>(provider => provider.GetRequiredService<PresentedPapers>().FactsAsync)
        .AddSingleton<IssuedFacts>(provider => provider.GetRequiredService<PresentedPapers>().FactsAsync);
}
