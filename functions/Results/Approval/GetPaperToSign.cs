using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results.Approval;

/// <summary>GET /api/dossiers/{code}/paper-to-sign: the very paper (PDF) the leader signs by approving: to the byte, but for the signature itself.</summary>
public sealed class GetPaperToSign(PapersToSign papers)
{
    [Function(nameof(GetPaperToSign)), AllowedTo(Role.Leader), Answers(200, ContentType = "application/pdf")]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NothingToSign))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/paper-to-sign")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await papers.ShowAsync(code, request.Caller(), ct)).Try(out var pdf, out var refusal)
            ? TypedResults.Bytes(pdf, "application/pdf", $"{code}.pdf")
            : refusal.ToProblem();
}
