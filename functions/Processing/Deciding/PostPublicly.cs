using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/posting: public posting begins; the clock stands still for its days and runs again by itself.</summary>
public sealed class PostPublicly(ProcessingDesk desk)
{
    private const int MaxDays = 90;

    [Function(nameof(PostPublicly)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(PostingForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/posting")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<PostingForm>(request, code, Act.BeginPosting, Decide, ct);

    private static Result<DossierEvent> Decide(PostingForm form, Dossier dossier, Stamp stamp)
    {
        var broken = Fields.Text("reason", form.Reason, 1_000) ?? Fields.Text("ground", form.Ground, 300)
            ?? (form.Days is < 1 or > MaxDays ? DeadlineRefusals.PostingUnfit.At("days") : null);
        if (broken is not null)
        {
            return broken;
        }

        // Posted from today, taken down when its last day is over.
        var until = WorkingTime.At(WorkingTime.DayOf(stamp.At).AddDays(form.Days + 1), TimeOnly.MinValue);
        return dossier.BeginPosting(new Pause(PauseKind.PublicPosting, PausePolicy.Pause, stamp.At, null, form.Reason, form.Ground, until), stamp);
    }
}

/// <param name="Days">Calendar days, 1 to 90.</param>
/// <param name="Ground">The rule that asks for the posting.</param>
public sealed record PostingForm(int Days, string Reason, string Ground);
