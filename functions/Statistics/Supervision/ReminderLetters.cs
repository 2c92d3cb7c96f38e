using System.Globalization;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>
/// Letters of reminders: to the head of the office, its supervisor and who handles the dossiers; unanswered, to the tier above; answered, to who asked.
/// </summary>
public sealed class ReminderLetters(OfficeLetters letters, OfficeDirectory offices, DossierStore dossiers, ReminderBook book, TimeProvider clock)
{
    public async Task SentAsync(Reminder reminder, CancellationToken ct) => await letters.SendAsync(
        "reminder", IdOf(reminder, "sent"), reminder.At, FactsOf(reminder),
        [.. LetterPlace.HeadsOf(reminder.Office), .. await HandlersAsync(reminder, ct)], ct);

    public Task AnsweredAsync(Reminder reminder, CancellationToken ct) => letters.SendAsync(
        "reminder-answered", IdOf(reminder, "answered"), reminder.Answer!.At, FactsOf(reminder), [new(Role.Supervisor, reminder.Office, reminder.By)], ct);

    /// <summary>Once a day: what was not answered in time goes to the supervisors of the province, and to the office again.</summary>
    /// <returns>How many reminders were passed on.</returns>
    public async Task<int> PassOnAsync(CancellationToken ct)
    {
        var passed = 0;
        await foreach (var reminder in book.UnansweredAsync(clock.Today(), ct))
        {
            passed++;
            await letters.SendAsync(
                "reminder-unanswered", IdOf(reminder, "unanswered"), reminder.At, FactsOf(reminder),
                [new(Role.Supervisor, Duty.Everywhere), .. LetterPlace.HeadsOf(reminder.Office)], ct);
        }

        return passed;
    }

    private static string IdOf(Reminder reminder, string what) => $"reminder:{reminder.Id}:{what}";

    private async Task<IReadOnlyList<LetterPlace>> HandlersAsync(Reminder reminder, CancellationToken ct)
    {
        var found = await Task.WhenAll(reminder.Dossiers.Select(code => dossiers.FindAsync(code, ct)));
        var handlers = found.Select(stored => stored?.Dossier).Where(dossier => dossier?.Holding == reminder.Office).Select(dossier => dossier!.Handler);
        return [.. handlers.OfType<string>().Distinct().Select(handler => new LetterPlace(Role.Officer, reminder.Office, handler))];
    }

    private Dictionary<string, Text> FactsOf(Reminder reminder) => new()
    {
        ["id"] = Text.Same(reminder.Id),
        ["office"] = offices.Find(reminder.Office, clock.Today())?.Name ?? Text.Same(reminder.Office),
        ["about"] = reminder.Number is { } number && Definitions.Sums.Concat(Definitions.All).FirstOrDefault(one => one.Name == number) is { } definition
            ? definition.Title : Text.Same(string.Join(", ", reminder.Dossiers)),
        ["text"] = Text.Same(reminder.Text),
        ["answerby"] = Text.Same(Day(reminder.AnswerBy)),
        ["reason"] = Text.Same(reminder.Answer?.Reason ?? ""),
        ["expected"] = Text.Same(reminder.Answer is { } answer ? Day(answer.ExpectedOn) : ""),
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
