using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/extension: the head of the agency extends the term, once, with a reason; the apology (form 04) goes to the citizen.
/// </summary>
public sealed class ExtendDossier(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(ExtendDossier)), AllowedTo(Role.Leader), Accepts(typeof(ExtensionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/extension")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ExtensionForm>(request, code, Act.Extend, Decide, ct);

    private Result<DossierEvent> Decide(ExtensionForm form, Dossier dossier, Stamp stamp)
    {
        if ((PrintableText.Text("reason", form.Reason, 1_000) ?? PrintableText.OptionalLine("agreement", form.Agreement, 300)) is { } broken)
        {
            return broken;
        }

        var room = terms.RoomOf(dossier, agreed: !string.IsNullOrWhiteSpace(form.Agreement), WorkingTime.DayOf(stamp.At));
        return DeadlineExtension.Extend(dossier.Deadline!, form.NewDay, room, dossier.Extension is not null, stamp.At, terms.TimeOf(dossier))
            .Then(deadline => dossier.Extend(deadline, form.Reason, form.Agreement, stamp));
    }
}

/// <param name="NewDay">A working day after the present deadline; the result is then due at closing time.</param>
/// <param name="Reason">What the citizen reads in the letter.</param>
/// <param name="Agreement">
/// Number and date of the written agreement with the applicant, where the procedure may be extended by agreement (certification).
/// </param>
public sealed record ExtensionForm(DateOnly NewDay, string Reason, string? Agreement = null);
