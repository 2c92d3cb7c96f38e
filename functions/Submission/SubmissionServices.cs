using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Submission;

internal static class SubmissionServices
{
    public static IServiceCollection AddSubmission(this IServiceCollection services) => services
        .AddSingleton<DossierSerials>()
        .AddSingleton<RequestLog>()
        .AddSingleton<PaperReferences>()
        .AddSingleton<FilingChecks>()
        .AddSingleton<FilingDesk>()
        .AddSingleton<SerialBook>()
        .AddSingleton<RegisterBook>();
}
