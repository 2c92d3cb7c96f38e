using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>POST /api/offices/{office}/reminders/{id}/answer: the head of the office answers with a reason and a day, once.</summary>
public sealed class AnswerReminder(ReminderBook book, ReminderLetters letters, TimeProvider clock)
{
    [Function(nameof(AnswerReminder)), AllowedTo(Role.Leader), Accepts(typeof(ReminderAnswerForm)), Answers(200, typeof(ReminderView))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.ReminderUnknown), nameof(StatisticsRefusals.ReminderAnswered),
        nameof(StatisticsRefusals.DossiersNotYours), nameof(StatisticsRefusals.AnswerDayPast))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/offices/{office}/reminders/{id}/answer")] HttpRequest request, string office, string id,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!caller.Has(Role.Leader, office))
        {
            return StatisticsRefusals.DossiersNotYours.With(office).ToProblem();
        }

        if (!(await request.ReadAsync<ReminderAnswerForm>(ct)).Then(Check).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        var answer = new ReminderAnswer(form.Reason, form.ExpectedOn, caller.Id, clock.Instant());
        var kept = await Contention.UntilWrittenAsync(() => AnswerAsync(office, id, answer, ct), ct);
        if (!kept.Try(out var answered, out refusal))
        {
            return refusal.ToProblem();
        }

        await letters.AnsweredAsync(answered, ct); // Sent again, it is the same letter.
        return TypedResults.Json(new ReminderView(answered, ReminderTier.Answered), OfficeJson.Options);
    }

    private async Task<Result<Reminder>> AnswerAsync(string office, string id, ReminderAnswer answer, CancellationToken ct) =>
        await book.FindAsync(office, id, ct) switch
        {
            { Reminder: { Answer: null } open, Tag: { } tag } => await book.AnswerAsync(open, tag, answer, ct),
            { Reminder: { Answer: { } given } closed } when given with { At = answer.At } == answer => closed,
            { Reminder: not null } => StatisticsRefusals.ReminderAnswered.With(id),
            _ => StatisticsRefusals.ReminderUnknown.With(id),
        };

    private Result<ReminderAnswerForm> Check(ReminderAnswerForm form)
    {
        var broken = Fields.Text("reason", form.Reason, 1_000) ?? (form.ExpectedOn < clock.Today() ? StatisticsRefusals.AnswerDayPast.At("expectedOn") : null);
        return broken is { } refusal ? refusal : form;
    }
}

/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="ExpectedOn">Today or later.</param>
public sealed record ReminderAnswerForm(string Reason, DateOnly ExpectedOn);
