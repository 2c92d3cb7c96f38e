using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results;

/// <summary>POST /api/dossiers/{code}/result-revocation: the leader of the issuing agency withdraws a result, or names the dossier whose result replaces it.</summary>
public sealed class RevokeResult(DossierReader reader, DossierStore dossiers, Revocations revocations, TimeProvider clock)
{
    [Function(nameof(RevokeResult)), AllowedTo(Role.Leader), Accepts(typeof(RevocationForm)), Answers(200, typeof(Revocation))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(ResultRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/result-revocation")] HttpRequest request, string code, CancellationToken ct)
    {
        var read = await request.ReadAsync<RevocationForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var revoked = await RevokeAsync(code, form, request.Caller(), ct);
        return revoked.Try(out var revocation, out var refusal) ? TypedResults.Json(revocation, OfficeJson.Options) : refusal.ToProblem();
    }

    private async Task<Result<Revocation>> RevokeAsync(string code, RevocationForm form, Caller caller, CancellationToken ct)
    {
        if (Fields.Text("reason", form.Reason, 1000) is { } invalid)
        {
            return invalid;
        }

        var opened = await reader.OpenAsync(code, caller, "revocation", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal;
        }

        if (stored.Dossier.Result is null || !caller.Has(Role.Leader, stored.Dossier.Holding))
        {
            return ResultRefusals.NoResult.With(code);
        }

        if (form.ReplacedBy is { } other && (other == stored.Dossier.Code || (await dossiers.FindAsync(other, ct))?.Dossier.Result is null))
        {
            return ResultRefusals.ReplacementUnknown.With(other);
        }

        var revocation = new Revocation(stored.Dossier.Code, clock.Now(), caller.Id, form.Reason, form.ReplacedBy);
        return await revocations.AddAsync(revocation, ct) ? revocation : ResultRefusals.AlreadyRevoked.With(code);
    }
}

/// <param name="Reason">For the record and for whoever checks the paper.</param>
/// <param name="ReplacedBy">The dossier with the corrected result.</param>
public sealed record RevocationForm(string Reason, DossierCode? ReplacedBy = null);
