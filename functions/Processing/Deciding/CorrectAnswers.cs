using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/corrections: whoever has the dossier in hand corrects answers of the e-form, with a reason; what the citizen handed in stays
/// beside it.
/// </summary>
public sealed class CorrectAnswers(ProcessingDesk desk, WantedCorrections wanted)
{
    [Function(nameof(CorrectAnswers)), AllowedTo(Role.Clerk, Role.Officer), Accepts(typeof(CorrectionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(CorrectionRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/corrections")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<CorrectionForm>(request, code, Act.CorrectAnswers, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(CorrectionForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (PrintableText.Text("reason", form.Reason, 1_000) is { } broken)
        {
            return broken;
        }

        var held = await wanted(dossier, form.Answers, stamp, ct);
        return held.Try(out var corrections, out var refusal) ? dossier.CorrectAnswers(corrections, form.Reason, stamp) : refusal;
    }
}

/// <param name="Answers">The answers as they should be, by key of the form; null takes one away. Whatever follows from them is reckoned.</param>
/// <param name="Reason">Why, at most 1,000 characters; the citizen reads it.</param>
public sealed record CorrectionForm(IReadOnlyDictionary<string, JsonElement> Answers, string Reason);
