using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Corrections;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Eforms.Templates;
using PublicAdmin.Eforms.Versions;
using PublicAdmin.Forms.Results;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms;

internal static class EformsServices
{
    public static IServiceCollection AddEforms(this IServiceCollection services) => services
        .AddSingleton<FormBook>()
        .AddSingleton<PrefillDesk>()
        .AddSingleton<ReusedResults>()
        .AddSingleton<AnswersOnResult>()
        .AddSingleton<PrintedAnswers>(provider => provider.GetRequiredService<AnswersOnResult>().FindAsync)
        .AddSingleton<RegisterAsking>()
        .AddSingleton(provider => provider.GetRequiredService<RegisterAsking>().Lent)
        .AddSingleton<AnswerCorrector>()
        .AddSingleton<WantedCorrections>(provider => provider.GetRequiredService<AnswerCorrector>().CorrectAsync)
        .AddVersions<FormDefinition>("forms")
        .AddSingleton<FormRegister>()
        .AddSingleton<ResultFit>(FittingResult.Objection)
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<FormRegister>());
}
