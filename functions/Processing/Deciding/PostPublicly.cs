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
/// POST /api/dossiers/{code}/posting: public posting (niêm yết công khai) begins, for the days the procedure provides; the clock stands still and runs
/// again by itself. A second posting is the head's, on a ground, and what lateness is judged on does not move with it.
/// </summary>
public sealed class PostPublicly(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(PostPublicly)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(PostingForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/posting")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<PostingForm>(request, code, Act.BeginPosting, Decide, ct);

    private Result<DossierEvent> Decide(PostingForm form, Dossier dossier, Stamp stamp)
    {
        var days = terms.PostingDaysOf(dossier);
        var broken = PrintableText.Text("reason", form.Reason, 1_000) ?? PrintableText.Text("ground", form.Ground, 300)
            ?? terms.Objection(dossier, Act.BeginPosting, stamp)
            ?? (form.Days is { } asked && asked != days ? DeadlineRefusals.PostingUnfit.At("days", days) : null);
        if (broken is not null)
        {
            return broken;
        }

        // Posted from today, taken down when its last day is over.
        var until = WorkingTime.At(WorkingTime.DayOf(stamp.At).AddDays(days + 1), TimeOnly.MinValue);
        var pause = new Pause(
            PauseKind.PublicPosting, PausePolicy.Pause, stamp.At.ToMinute(), null, form.Reason, form.Ground, until, Beyond: dossier.WasPosted());
        return dossier.BeginPosting(pause, stamp);
    }
}

/// <param name="Ground">The rule that asks for the posting.</param>
/// <param name="Days">Calendar days, those of the procedure; may be left out.</param>
public sealed record PostingForm(string Reason, string Ground, int? Days = null);
