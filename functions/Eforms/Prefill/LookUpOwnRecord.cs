using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>
/// POST /api/procedures/{code}/prefill: with the citizen's consent asks the population register for the citizen's own record, and answers what it says for the
/// form. The consent and the look-up are written down before anything is asked; of nobody else a register is asked.
/// </summary>
public sealed class LookUpOwnRecord(PrefillDesk desk, OwnRecord record)
{
    [Function(nameof(LookUpOwnRecord)), AllowedTo(Role.Citizen), Accepts(typeof(PrefillConsent)), Answers(200, typeof(PrefilledForm))]
    [Limited("own-record", calls: 60, minutes: 10)]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm), nameof(EformRefusals.ConsentMissing)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(KnownRefusals), nameof(KnownRefusals.RegisterAway)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/procedures/{code}/prefill")] HttpRequest request, string code, CancellationToken ct)
    {
        var read = await request.ReadAsync<PrefillConsent>(ct);
        if (!read.Try(out var sent, out var refusal) || !desk.FormOf(code).Try(out var asked, out refusal))
        {
            return refusal.ToProblem();
        }

        if (!sent.Consent)
        {
            return EformRefusals.ConsentMissing.At("consent").ToProblem();
        }

        var found = await record(request.Caller(), asked.Procedure, ct);
        return found.Try(out var records, out refusal)
            ? TypedResults.Json(PrefillDesk.OfRecords(asked.Form, request.Caller(), records), OfficeJson.Options)
            : refusal.ToProblem();
    }
}

/// <param name="Consent">That the citizen agrees to the look-up.</param>
public sealed record PrefillConsent(bool Consent);
