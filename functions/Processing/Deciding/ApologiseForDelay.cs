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
/// POST /api/dossiers/{code}/apology: the time is over; the head apologises with the reason and the day the result is now expected. Nothing is extended.
/// </summary>
public sealed class ApologiseForDelay(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(ApologiseForDelay)), AllowedTo(Role.Leader), Accepts(typeof(ApologyForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/apology")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ApologyForm>(request, code, Act.Apologise, Decide, ct);

    private Result<DossierEvent> Decide(ApologyForm form, Dossier dossier, Stamp stamp)
    {
        if (PrintableText.Text("reason", form.Reason, 1_000) is { } broken)
        {
            return broken;
        }

        if (terms.Objection(dossier, Act.Apologise, stamp) is { } early)
        {
            return early;
        }

        return form.ExpectedOn < WorkingTime.DayOf(stamp.At) || !terms.TimeOf(dossier).Calendar.IsWorkingDay(form.ExpectedOn)
            ? DeadlineRefusals.ExtensionDayUnfit.At("expectedOn")
            : dossier.Apologise(form.Reason, form.ExpectedOn, stamp);
    }
}

/// <param name="ExpectedOn">The day the office now expects to be done; a working day, today or later.</param>
public sealed record ApologyForm(string Reason, DateOnly ExpectedOn);
