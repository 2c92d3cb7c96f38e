using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results;

/// <summary>
/// GET /api/dossiers/{code}/result: the signed result as a PDF, whole or in part, of a large one the address where it is fetched within five minutes; hidden
/// from the citizen until it is returned.
/// </summary>
public sealed class GetResult(DossierReader reader, Downloads downloads, MarkedResults marked)
{
    [Function(nameof(GetResult))]
    [AllowedTo(RoleSet.DossierReaders)]
    [Answers(200, ContentType = "application/pdf"), Answers(206, ContentType = "application/pdf"), Answers(304), Answers(307)]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NotReturned), nameof(ResultRefusals.BeingSigned), nameof(ResultRefusals.NoResult))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RangeBeyondEnd))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/result")] HttpRequest request, string code, CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "result", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (stored.Dossier.HidesResultFrom(request.Caller()) is { } hidden)
        {
            return hidden.ToProblem();
        }

        if (stored.Dossier.Result is null)
        {
            return ResultRefusals.NoResult.With(code).ToProblem();
        }

        return await AnswerAsync(stored.Dossier, ct);
    }

    private async Task<IResult> AnswerAsync(Dossier dossier, CancellationToken ct)
    {
        var place = dossier.Revocation is null ? SignedResults.IssuedOf(dossier) : await marked.FindAsync(dossier, ct);
        if (!place.Try(out var name, out var refusal))
        {
            return refusal.ToProblem();
        }

        return await downloads.FindAsync(name, dossier.Revocation is null ? $"{dossier.Code}.pdf" : $"{dossier.Code}-khong-con-gia-tri.pdf", ct) is { } file
            ? await downloads.AnswerAsync(file, ct)
            : ResultRefusals.BeingSigned.With(dossier.Code).ToProblem();
    }
}
