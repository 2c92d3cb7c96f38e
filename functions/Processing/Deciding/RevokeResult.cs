using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/result-revocation: the leader of the issuing agency withdraws a result, or names the dossier whose result replaces it; its citizen
/// gets a letter.
/// </summary>
public sealed class RevokeResult(ProcessingDesk desk, DossierStore dossiers)
{
    [Function(nameof(RevokeResult)), AllowedTo(Role.Leader), Accepts(typeof(RevocationForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/result-revocation")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<RevocationForm>(request, code, Act.RevokeResult, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(RevocationForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (PrintableText.Text("reason", form.Reason, 1_000) is { } broken)
        {
            return broken;
        }

        return form.ReplacedBy is { } other
            && (other == dossier.Code || (await dossiers.FindAsync(other, ct))?.Dossier is not { Result: not null, Revocation: null })
            ? DossierRefusals.ReplacementUnknown.At("replacedBy", other)
            : dossier.RevokeResult(form.Reason, form.ReplacedBy, stamp);
    }
}

/// <param name="Reason">For the citizen's letter and the record.</param>
/// <param name="ReplacedBy">The dossier with the corrected result.</param>
public sealed record RevocationForm(string Reason, DossierCode? ReplacedBy = null);
