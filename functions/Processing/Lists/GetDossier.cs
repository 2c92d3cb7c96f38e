using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/dossiers/{code}: a dossier, for its parties and for staff of the offices that have had it.</summary>
public sealed class GetDossier(DossierReader reader, DossierAnswers answers)
{
    [Function(nameof(GetDossier))]
    [AllowedTo(RoleSet.DossierReaders)]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}")] HttpRequest request, string code, CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "read", ct);
        return opened.Try(out var stored, out var refusal) ? answers.Answer(stored, request) : refusal.ToProblem();
    }
}
