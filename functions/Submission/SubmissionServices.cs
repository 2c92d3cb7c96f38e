using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Submission.Elsewhere;

namespace PublicAdmin.Submission;

internal static class SubmissionServices
{
    public static IServiceCollection AddSubmission(this IServiceCollection services) => services
        .AddSingleton<DossierSerials>()
        .AddSingleton<RequestLog>()
        .AddSingleton<RequestPurge>()
        .AddSingleton<PaperReferences>()
        .AddSingleton<HelpBook>()
        .AddSingleton<MirrorBook>()
        .AddSingleton<ReceiptNumbers>()
        .AddSingleton<IDossierList>(services => services.GetRequiredService<ReceiptNumbers>())
        .AddSingleton<FilingChecks>()
        .AddSingleton<FilingDesk>()
        .AddSingleton<SerialBook>()
        .AddSingleton<RegisterBook>();
}
