using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>GET /api/procedures/{code}/prefill: what a citizen need not type again, each value with where it comes from.</summary>
public sealed class GetPrefill(FormBook forms, ProcedureCatalogue procedures, DossierReader reader, DossierStore dossiers, TimeProvider clock)
{
    [Function(nameof(GetPrefill)), AllowedTo(Role.Citizen), Answers(200, typeof(PrefilledForm))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Reads("from", "Code of an earlier dossier of the citizen's own, whose answers are proposed again.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/prefill")] HttpRequest request, string code,
        CancellationToken ct)
    {
        if (procedures.Find(code, clock.Today()) is not { } procedure)
        {
            return ProcedureRefusals.Unknown.With(code).ToProblem();
        }

        if (forms.Of(procedure.Code, clock.Today()) is not { } form)
        {
            return EformRefusals.NoForm.With(procedure.Code).ToProblem();
        }

        if (request.Query["from"] is not [{ Length: > 0 } from])
        {
            return Answer(PrefillMaker.Make(form, request.Caller(), null));
        }

        var opened = await reader.OpenAsync(from, request.Caller(), "prefill", ct);
        return opened.Try(out var stored, out var refusal)
            ? Answer(PrefillMaker.Make(form, request.Caller(), await EarlierAsync(stored.Dossier, ct)))
            : refusal.ToProblem();
    }

    private async Task<EarlierForm?> EarlierAsync(Dossier dossier, CancellationToken ct) =>
        dossier.Form is { } pin && forms.Find(pin.Id, pin.Version) is { } form && await dossiers.AnswersAsync(dossier, ct) is { } filed
            ? new(dossier, form, filed.Now)
            : null;

    private static IResult Answer(PrefilledForm made) => TypedResults.Json(made, OfficeJson.Options);
}
