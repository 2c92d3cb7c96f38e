using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive.Erasure;

/// <summary>POST /api/dossiers/{code}/erasure-proposal: the term is over, the archive has it twice, nothing holds it: to be erased after a notice.</summary>
public sealed class ProposeErasure(ErasureDesk desk)
{
    [Function(nameof(ProposeErasure)), AllowedTo(Role.Registrar), Accepts(typeof(ErasureForm))]
    [Answers(200, typeof(ArchiveView)), Refuses(typeof(ErasureRefusals)), Refuses(typeof(ArchiveRefusals))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/erasure-proposal")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ErasureForm>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (Fields.Line("ground", form.Ground, 200) is { } broken)
        {
            return broken.ToProblem();
        }

        var proposed = await desk.ProposeAsync(code, form, request.Caller(), ct);
        return proposed.Try(out var view, out refusal) ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
    }
}
