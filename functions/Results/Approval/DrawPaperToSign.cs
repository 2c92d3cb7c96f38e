using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Pdf.Drawing;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results.Approval;

/// <summary>
/// GET /api/dossiers/{code}/paper-to-sign/pages: the pages of the paper the leader signs by approving, each a picture drawn from that file; none for a file
/// of others with something in it that is not drawn here, which is then opened whole.
/// </summary>
public sealed class DrawPaperToSign(PapersToSign papers)
{
    [Function(nameof(DrawPaperToSign)), AllowedTo(Role.Leader), Answers(200, typeof(DrawnPaper))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NothingToSign))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/paper-to-sign/pages")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await papers.ShowAsync(code, request.Caller(), ct)).Try(out var pdf, out var refusal)
            ? TypedResults.Ok(new DrawnPaper(Convert.ToHexStringLower(SHA256.HashData(pdf)), PaperPictures.Of(pdf, ct) ?? []))
            : refusal.ToProblem();
}

/// <param name="Sha256">Of the file they are drawn from.</param>
/// <param name="Pages">SVG pictures in the order of the pages; empty when the file is shown only as a whole.</param>
public sealed record DrawnPaper(string Sha256, IReadOnlyList<string> Pages);
