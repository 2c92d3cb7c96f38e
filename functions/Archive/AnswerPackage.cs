using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive;

/// <summary>
/// POST /api/dossiers/{code}/archive-answer: the archive took the package, with its receipt for one of two sets, or sends it back with reasons.
/// </summary>
public sealed class AnswerPackage(ArchiveDesk desk)
{
    [Function(nameof(AnswerPackage)), AllowedTo(Role.Registrar), Accepts(typeof(ArchiveAnswerForm))]
    [Answers(200, typeof(ArchiveView)), Refuses(typeof(ArchiveRefusals)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/archive-answer")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ArchiveAnswerForm>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (Broken(form) is { } broken)
        {
            return broken.ToProblem();
        }

        var answered = await desk.AnswerAsync(code, form, request.Caller(), ct);
        return answered.Try(out var view, out refusal) ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
    }

    private static Refusal? Broken(ArchiveAnswerForm form) =>
        form.Accepted ? Fields.Line("receipt", form.Receipt, 60) ?? (form.Set is 1 or 2 ? null : FieldRefusals.NumberInvalid.At("set", "set", 1, 2))
        : Fields.Text("reasons", form.Reasons, 1_000);
}
