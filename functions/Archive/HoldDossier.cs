using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive;

/// <summary>POST /api/dossiers/{code}/archive-hold: nothing of an ended dossier may be destroyed while a complaint, lawsuit or inspection needs it.</summary>
public sealed class HoldDossier(ArchiveDesk desk)
{
    [Function(nameof(HoldDossier)), AllowedTo(Role.Registrar), Accepts(typeof(ArchiveHoldForm))]
    [Answers(200, typeof(ArchiveView)), Refuses(typeof(ArchiveRefusals)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/archive-hold")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ArchiveHoldForm>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (Fields.Line("reason", form.Reason, 300) is { } broken)
        {
            return broken.ToProblem();
        }

        var held = await desk.HoldAsync(code, form, request.Caller(), ct);
        return held.Try(out var view, out refusal) ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
    }
}
