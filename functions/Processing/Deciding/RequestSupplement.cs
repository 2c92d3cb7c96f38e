using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/supplement-request: the citizen is asked for everything that is missing, once (form 02); the clock stands still.
/// </summary>
public sealed class RequestSupplement(ProcessingDesk desk, ProcedureCatalogue procedures, DossierTerms terms)
{
    [Function(nameof(RequestSupplement)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader), Accepts(typeof(SupplementRequestForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.ComponentUnknown), nameof(ProcedureRefusals.HeldByDatabase),
        nameof(ProcedureRefusals.PaperNotAskable))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/supplement-request")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<SupplementRequestForm>(request, code, Act.RequestSupplement, Decide, ct);

    private Result<DossierEvent> Decide(SupplementRequestForm form, Dossier dossier, Stamp stamp)
    {
        var procedure = procedures.AskedOf(dossier)!;
        return (terms.Objection(dossier, Act.RequestSupplement, stamp)
            ?? SupplementRules.FirstBroken(form, procedure, dossier.NotHeld, WorkingTime.DayOf(stamp.At))) is { } refusal
            ? refusal
            : dossier.RequestSupplement(new SupplementRequest(form.Items, form.Contact), procedure.Term.Normal.Policy, stamp);
    }
}

/// <param name="Items">1 to 30, all that is missing at once.</param>
/// <param name="Contact">Name and phone of the person who explains.</param>
public sealed record SupplementRequestForm(IReadOnlyList<SupplementItem> Items, string Contact);
