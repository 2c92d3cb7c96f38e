using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Scans;

namespace PublicAdmin.Documents.Reading;

/// <summary>
/// GET /api/dossiers/{code}/scans/{component}: the pictures of one paper, bound into one PDF; of a large one the address where it is fetched within five
/// minutes.
/// </summary>
public sealed class GetScan(DossierReader reader, BoundScans scans, Downloads downloads)
{
    [Function(nameof(GetScan))]
    [AllowedTo(RoleSet.PaperReaders)]
    [Answers(200, typeof(byte[]), ContentType = "application/pdf"), Answers(307)]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(PaperRefusals), nameof(PaperRefusals.NotFound), nameof(PaperRefusals.NoBytes), nameof(PaperRefusals.NotChecked),
        nameof(PaperRefusals.Blocked), nameof(PaperRefusals.NotPictures))]
    [Refuses(typeof(ScanRefusals), nameof(ScanRefusals.ScanUnreadable), nameof(ScanRefusals.ScanPages))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/scans/{component}")] HttpRequest request, string code,
        string component, CancellationToken ct)
    {
        var caller = request.Caller();
        var opened = await reader.OpenAsync(code, caller, "documents", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var bound = await scans.BindAsync(stored.Dossier, component, caller, ct);
        if (!bound.Try(out var scan, out var unbound))
        {
            return unbound.ToProblem();
        }

        if (downloads.AreLinked(scan.Pdf.Length))
        {
            return await downloads.AnswerAsync(await scans.LayOutAsync(scan, ct), ct);
        }

        FileAnswer.SetHeaders(request.HttpContext.Response, scan.FileName);
        return TypedResults.Bytes(scan.Pdf, "application/pdf");
    }
}
