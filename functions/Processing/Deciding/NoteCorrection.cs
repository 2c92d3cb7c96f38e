using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/correction-notes: a person says what is wrong in what is held about them; the record stays, and the note goes wherever it goes.
/// </summary>
public sealed class NoteCorrection(ProcessingDesk desk)
{
    [Function(nameof(NoteCorrection)), AllowedTo(Role.Citizen), Accepts(typeof(CorrectionNoteForm)), Guarded, Limited("correction-note", 20, 1_440)]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/correction-notes")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<CorrectionNoteForm>(request, code, Act.NoteCorrection, Decide, ct);

    private static Result<DossierEvent> Decide(CorrectionNoteForm form, Dossier dossier, Stamp stamp) =>
        (PrintableText.Line("about", form.About, 200) ?? PrintableText.Text("text", form.Text, 1_000)) is { } broken
            ? broken
            : new CorrectionNoted(form.About, form.Text, stamp);
}

/// <param name="About">What is wrong, at most 200 characters.</param>
/// <param name="Text">What is right, at most 1,000.</param>
public sealed record CorrectionNoteForm(string About, string Text);
