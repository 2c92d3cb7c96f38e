using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results.Copies;

/// <summary>
/// GET /api/dossiers/{code}/scans/{component}/certified-copy: the certified copy as a PDF, whole or in part, of a large one the address where it is fetched
/// within five minutes; hidden from the citizen until the result is returned.
/// </summary>
public sealed class GetCertifiedCopy(DossierReader reader, Downloads downloads)
{
    [Function(nameof(GetCertifiedCopy))]
    [AllowedTo(RoleSet.PaperReaders)]
    [Answers(200, ContentType = "application/pdf"), Answers(206, ContentType = "application/pdf"), Answers(304), Answers(307)]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NotReturned), nameof(ResultRefusals.NoCopy))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RangeBeyondEnd))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/scans/{component}/certified-copy")] HttpRequest request,
        string code,
        string component,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "certified copy", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (stored.Dossier.HidesResultFrom(request.Caller()) is { } hidden)
        {
            return hidden.ToProblem();
        }

        return await downloads.FindAsync(CopyDesk.NameOf(stored.Dossier, component), $"{stored.Dossier.Code}-{component}.pdf", ct) is { } file
            ? await downloads.AnswerAsync(file, ct)
            : ResultRefusals.NoCopy.With(code, component).ToProblem();
    }
}
