using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications.Staff;

/// <summary>Whom a letter about an office goes to: everybody in a role there, or one person.</summary>
/// <param name="Office">Its code, or the whole province.</param>
/// <param name="Person">Directory id; null for all in the role.</param>
public sealed record LetterPlace(Role Role, string Office, string? Person = null)
{
    /// <summary>Whoever answers for an office.</summary>
    public static IReadOnlyList<LetterPlace> HeadsOf(string office) => [new(Role.Leader, office), new(Role.Supervisor, office)];
}

/// <summary>Letters to staff that are about no dossier's event: into their inboxes and by e-mail, each once, however often it is asked for.</summary>
public sealed class OfficeLetters(StaffDirectory staff, Inbox inbox, IQueueSender queue, TimeProvider clock)
{
    /// <param name="letter">Name of the letter, as in Letters/.</param>
    /// <param name="id">Made from what happened, so that telling it twice is the same letter.</param>
    /// <param name="at">When it happened; the same each time it is asked for.</param>
    /// <param name="facts">What fills its places.</param>
    /// <param name="places">Whom it goes to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SendAsync(
        string letter, string id, DateTimeOffset at, IReadOnlyDictionary<string, Text> facts, IEnumerable<LetterPlace> places, CancellationToken ct)
    {
        var item = new InboxItem("", at, letter, null, InboxWords.Of(Filled(letter, facts, Language.Vi), Filled(letter, facts, Language.En)));
        var mailed = new HashSet<(string Staff, string Office)>();
        foreach (var place in places.Distinct())
        {
            var people = await PeopleAsync(place, ct);
            foreach (var box in BoxesOf(place, people))
            {
                await inbox.PutAsync(box, id, item, ct);
            }

            mailed.UnionWith(people.Where(member => member.Email is not null).Select(member => (member.Id, place.Office)));
        }

        foreach (var (person, office) in mailed.DistinctBy(one => one.Staff))
        {
            var notice = new Notice($"{id}:{person}", letter, at, Office: office, To: new Addressee(LetterChannel.Email, person), Facts: facts);
            await queue.SendAsync(QueueMessage.Of(Queues.Notifications, notice.Id, notice), ct);
        }
    }

    /// <summary>The letter in one language.</summary>
    internal static Letter Filled(string letter, IReadOnlyDictionary<string, Text> facts, Language language) =>
        LetterBook.Find(letter)!.Fill(facts.ToDictionary(fact => fact.Key, fact => fact.Value.In(language)), language);

    private async Task<IReadOnlyList<StaffMember>> PeopleAsync(LetterPlace place, CancellationToken ct) => place.Person is { } person
        ? await staff.FindAsync(person, ct) is { } member ? [member] : []
        : await staff.HoldersAsync(place.Role, place.Office, clock.Today(), ct);

    // The whole province is no office: what concerns it lies with each of its people.
    private static IEnumerable<string> BoxesOf(LetterPlace place, IReadOnlyList<StaffMember> people) =>
        place.Person is null && place.Office is not Duty.Everywhere ? [Inbox.BoxOf(place.Role, place.Office)] : people.Select(member => Inbox.BoxOf(member.Id));
}
