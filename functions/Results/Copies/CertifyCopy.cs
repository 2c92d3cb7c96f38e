using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Copies;

/// <summary>
/// POST /api/dossiers/{code}/scans/{component}/certified-copy: the leader certifies that a scan is what the original shown at the counter says
/// (chứng thực bản sao điện tử từ bản chính); answers the signed and sealed PDF.
/// </summary>
public sealed class CertifyCopy(DossierReader reader, CopyDesk desk)
{
    [Function(nameof(CertifyCopy)), AllowedTo(Role.Leader), Answers(200, ContentType = "application/pdf")]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(SigningRefusals))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.CopyNotAsked), nameof(ResultRefusals.CopyNotYours), nameof(ResultRefusals.VaultBusy))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/scans/{component}/certified-copy")] HttpRequest request,
        string code,
        string component,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "certified copy", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        try
        {
            var made = await desk.CertifyAsync(stored.Dossier, component, request.Caller(), ct);
            return made.Try(out var pdf, out refusal)
                ? TypedResults.File(pdf, "application/pdf", $"{stored.Dossier.Code}-{component}.pdf") : refusal.ToProblem();
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e).ToProblem();
        }
    }
}
