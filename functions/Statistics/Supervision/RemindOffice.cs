using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>
/// POST /api/offices/{office}/reminders: a supervisor of the province urges an office on, about dossiers or a number, to be answered by a day.
/// </summary>
public sealed class RemindOffice(ReminderBook book, ReminderLetters letters, OfficeDirectory offices, TimeProvider clock)
{
    private const int MostDossiers = 100;

    [Function(nameof(RemindOffice)), AllowedTo(Role.Supervisor), Accepts(typeof(ReminderForm)), Answers(201, typeof(ReminderView))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince), nameof(StatisticsRefusals.NumberUnknown),
        nameof(StatisticsRefusals.ReminderEmpty), nameof(StatisticsRefusals.AnswerDayPast))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Reads("Idempotency-Key", "8 to 64 characters: sent again, nobody is reminded twice.", Header = true, Required = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/offices/{office}/reminders")] HttpRequest request, string office, CancellationToken ct)
    {
        var (caller, today) = (request.Caller(), clock.Today());
        if ((StatisticsScope.RefuseProvince(caller) ?? (offices.Find(office, today) is null ? OfficeRefusals.Unknown.With(office) : null)) is { } refused)
        {
            return refused.ToProblem();
        }

        if (!(await request.ReadAsync<ReminderForm>(ct)).Then(form => Check(form, request, today)).Try(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        var reminder = new Reminder(
            ReminderBook.IdOf(caller.Id, request.Headers["Idempotency-Key"].ToString()), office, asked.Dossiers ?? [], asked.Number, asked.Text, asked.AnswerBy,
            caller.Id, clock.Instant());
        var kept = await book.AddAsync(reminder, ct);
        await letters.SentAsync(kept, ct); // Sent again after a crash: whoever was told is not told twice.
        return TypedResults.Json(new ReminderView(kept, kept.TierOn(today)), OfficeJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static Result<ReminderForm> Check(ReminderForm form, HttpRequest request, DateOnly today)
    {
        if (request.Headers["Idempotency-Key"].ToString().Length is < 8 or > 64)
        {
            return HttpRefusals.IdempotencyKeyMissing.With();
        }

        if (form.Dossiers is not { Count: > 0 and <= MostDossiers } && form.Number is null)
        {
            return StatisticsRefusals.ReminderEmpty.At("dossiers", MostDossiers);
        }

        var broken = (form.Number is { } number && !FactNumbers.IsKnown(number) ? StatisticsRefusals.NumberUnknown.At("number", number) : null)
            ?? Fields.Text("text", form.Text, 1_000) ?? (form.AnswerBy < today ? StatisticsRefusals.AnswerDayPast.At("answerBy") : null);
        return broken is { } refusal ? refusal : form;
    }
}

/// <param name="Dossiers">1 to 100 codes, unless a number is named.</param>
/// <param name="Number">Name of a number in the definitions.</param>
/// <param name="Text">At most 1,000 characters.</param>
/// <param name="AnswerBy">Today or later.</param>
public sealed record ReminderForm(string Text, DateOnly AnswerBy, IReadOnlyList<DossierCode>? Dossiers = null, string? Number = null);
