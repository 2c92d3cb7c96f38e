using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Forms;

/// <summary>GET /api/dossiers/{code}/forms/{form}: one of the forms 01 to 06 as a PDF, sealed by the receiving center.</summary>
public sealed class GetForm(DossierReader reader, SealedForms forms)
{
    [Function(nameof(GetForm))]
    [AllowedTo(RoleSet.DossierReaders)]
    [Answers(200, ContentType = "application/pdf"), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NoForm), nameof(ResultRefusals.FormBeingSigned), nameof(ResultRefusals.VaultBusy))]
    [Refuses(typeof(SigningRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/forms/{form}")] HttpRequest request, string code, string form,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "forms", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var made = await forms.FindAsync(stored.Dossier, form, ct);
        return made.Try(out var pdf, out refusal) ? TypedResults.File(pdf, "application/pdf", $"{stored.Dossier.Code}-{form}.pdf") : refusal.ToProblem();
    }
}
