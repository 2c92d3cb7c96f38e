using System.Globalization;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Identity;
using PublicAdmin.Notifications;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Petitions;

/// <summary>
/// Tells the office of its petitions, the tier above of those nobody answered in time, and a petitioner who left an address that something was asked or
/// answered. No letter carries what was written, or by whom.
/// </summary>
public sealed class PetitionLetters(
    OfficeLetters letters, OfficeDirectory offices, PetitionStore store, CalendarBook calendars, IQueueSender queue, TimeProvider clock)
{
    private static readonly Text Behaviour = new("phản ánh về hành vi", "about how somebody acted");
    private static readonly Text Rule = new("kiến nghị về quy định", "about a rule");

    public Task FiledAsync(Petition petition, CancellationToken ct) =>
        letters.SendAsync("petition-filed", $"petition:{petition.Id}:filed", petition.At, FactsOf(petition), LetterPlace.HeadsOf(petition.Office), ct);

    public Task AskedAsync(Petition petition, CancellationToken ct) => ToPetitionerAsync("petition-asked", petition, petition.Question!.At, ct);

    public Task AnsweredAsync(Petition petition, CancellationToken ct) => ToPetitionerAsync("petition-answered", petition, petition.Answer!.At, ct);

    public Task RepliedAsync(Petition petition, CancellationToken ct) => letters.SendAsync(
        "petition-replied", $"petition:{petition.Id}:replied", petition.Question!.RepliedAt!.Value, FactsOf(petition),
        LetterPlace.HeadsOf(petition.Office), ct);

    /// <summary>Once a day: warns of what must be answered within days, and tells the province of what is late.</summary>
    /// <returns>How many petitions were told of.</returns>
    public async Task<int> EscalateAsync(CancellationToken ct)
    {
        var (today, calendar, told) = (clock.Today(), calendars.Current.Calendar, 0);
        await foreach (var petition in store.WaitingAsync(calendar.AddWorkingDays(today, PetitionTerms.On(today).WarnDaysBefore), ct))
        {
            told++;
            var isLate = petition.TierOn(today) is PetitionTier.Province;
            await letters.SendAsync(
                isLate ? "petition-late" : "petition-due", $"petition:{petition.Id}:{(isLate ? "late" : "due")}", petition.At, FactsOf(petition),
                isLate ? [.. LetterPlace.HeadsOf(petition.Office), new(Role.Supervisor, Duty.Everywhere)] : LetterPlace.HeadsOf(petition.Office), ct);
        }

        return told;
    }

    private async Task ToPetitionerAsync(string letter, Petition petition, DateTimeOffset at, CancellationToken ct)
    {
        if (petition.Contact?.Email is not null)
        {
            var to = new Addressee(LetterChannel.Email, Petition: petition.Id);
            var notice = new Notice($"{letter}:{petition.Id}", letter, at, Office: petition.Office, To: to, Facts: FactsOf(petition));
            await queue.SendAsync(QueueMessage.Of(Queues.Notifications, notice.Id, notice), ct);
        }
    }

    private Dictionary<string, Text> FactsOf(Petition petition) => new()
    {
        ["id"] = Text.Same(petition.Id),
        ["kind"] = petition.Kind is PetitionKind.Rule ? Rule : Behaviour,
        ["office"] = offices.Find(petition.Office, clock.Today())?.Name ?? Text.Same(petition.Office),
        ["code"] = petition.Dossier is { } code ? Text.Same(code.ToString()) : new("không nêu", "none named"),
        ["refuse"] = Text.Same(petition.RefuseBy.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        ["answer"] = Text.Same(petition.AnswerBy.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
    };
}
