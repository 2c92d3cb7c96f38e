using PublicAdmin.Dossiers;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Notifications.Staff;

namespace PublicAdmin.Notifications;

/// <summary>By which ways a letter reaches an applicant: those they prefer, and for a letter the law asks for some way even if they switched all off.</summary>
public sealed class CitizenWays(PreferenceStore preferences, MessageGateway gateway, OwnContacts contacts, PetitionerAddress petitioners)
{
    /// <summary>Where whoever wrote a petition wants to be written to; null for nowhere.</summary>
    public Task<string?> PetitionerAsync(string petition, CancellationToken ct) => petitioners(petition, ct);

    public Task<Preferences> WantedAsync(Applicant applicant, CancellationToken ct) => preferences.FindAsync(applicant.PersonalNumber, ct);

    /// <summary>The applicant, with the address to write to.</summary>
    public Task<Applicant> AddressAsync(Notice notice, Dossier dossier, CancellationToken ct) =>
        NoticesOfEvents.OfOthersDoing.Contains(notice.Letter) ? contacts.OfAsync(dossier, ct) : Task.FromResult(dossier.Applicant);

    /// <returns>Empty when no way is open: for a statutory letter that is work for the counter (<see cref="CounterTasks"/>).</returns>
    public async Task<IReadOnlyList<Addressee>> ToAsync(Notice notice, Dossier dossier, bool statutory, CancellationToken ct)
    {
        var applicant = await AddressAsync(notice, dossier, ct);
        var wanted = await WantedAsync(applicant, ct);
        var (email, phone) = (!string.IsNullOrEmpty(applicant.Email), !string.IsNullOrEmpty(applicant.Phone) && gateway.IsOpen);
        List<LetterChannel> ways = [];
        Add(email && wanted.Email, LetterChannel.Email);
        Add(phone && wanted.Zalo, LetterChannel.Zalo);
        Add(phone && wanted.Sms && !(email && wanted.Email) && !wanted.Zalo, LetterChannel.Sms); // A paid message only where nothing else reaches.
        Add(statutory && ways.Count == 0 && email, LetterChannel.Email);
        Add(statutory && ways.Count == 0 && phone, LetterChannel.Sms);
        return [.. ways.Select(way => new Addressee(way))];

        void Add(bool open, LetterChannel channel)
        {
            if (open)
            {
                ways.Add(channel);
            }
        }
    }
}
