using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results.Approval;

/// <summary>
/// GET /api/dossiers/{code}/approved-paper: the result as the leader signed it, before it has its number and the seal; that it is there says it is signed.
/// </summary>
public sealed class GetApprovedPaper(DossierReader reader, SignedResults results)
{
    [Function(nameof(GetApprovedPaper)), AllowedTo(Role.Leader, Role.Officer, Role.Registrar, Role.Supervisor, Role.Auditor)]
    [Answers(200, ContentType = "application/pdf"), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NoResult), nameof(ResultRefusals.BeingSigned))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/approved-paper")] HttpRequest request, string code,
        CancellationToken ct)
    {
        if (!(await reader.OpenAsync(code, request.Caller(), "approved-paper", ct)).Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (stored.Dossier is not { Phase: Phase.Approved or Phase.Issued or Phase.Returned, Proposal: { Elsewhere: null } })
        {
            return ResultRefusals.NoResult.With(code).ToProblem();
        }

        return await results.FindApprovedAsync(stored.Dossier, ct) is { } pdf
            ? TypedResults.Bytes(pdf, "application/pdf", $"{code}.pdf")
            : ResultRefusals.BeingSigned.With(code).ToProblem();
    }
}
