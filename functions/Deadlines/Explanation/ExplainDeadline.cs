using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>GET /api/dossiers/{code}/deadline: why the date is what it is, day by day, in Vietnamese or English.</summary>
public sealed class ExplainDeadline(DossierReader reader, DossierTerms terms, TimeProvider clock)
{
    [Function(nameof(ExplainDeadline))]
    [AllowedTo(RoleSet.DossierReaders)]
    [Answers(200, typeof(DeadlineView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(DeadlineRefusals), nameof(DeadlineRefusals.ClockNotStarted))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/deadline")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "deadline", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        return terms.FactsOf(stored.Dossier) is { } facts
            ? TypedResults.Json(DeadlineView.Of(stored.Dossier.Code, Explain(stored.Dossier, facts), request.Language()), OfficeJson.Options)
            : DeadlineRefusals.ClockNotStarted.With(code).ToProblem();
    }

    private DeadlineExplanation Explain(Dossier dossier, DeadlineFacts facts) => DeadlineExplanation.Of(facts, terms.PinnedTimeOf(dossier), clock.Now());
}
