using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>Finds out whom a notice concerns: the applicant by the ways they prefer, or staff in their inboxes and by e-mail.</summary>
public sealed class NoticeSpreader(
    CitizenWays ways, CounterTasks counter, StaffDirectory staff, Inbox inbox, LetterFacts facts, IQueueSender queue, TimeProvider clock)
{
    public async Task SpreadAsync(Notice notice, Dossier dossier, DossierEvent e, CancellationToken ct)
    {
        var addressees = e switch
        {
            Escalated escalated => await ToStaffAsync(notice, dossier, e, facts.RungOf(dossier, escalated).To.Select(to => PlaceOf(to, dossier)), ct),
            PartLimitMissed => await ToStaffAsync(notice, dossier, e, DeskOf(dossier), ct),
            _ => await ToApplicantAsync(notice, dossier, e, ct),
        };
        foreach (var to in addressees)
        {
            var id = $"{notice.Id}:{to.Staff ?? "applicant"}:{to.Channel}";
            await queue.SendAsync(QueueMessage.Of(Queues.Notifications, id, notice with { Id = id, To = to }), ct);
        }
    }

    private async Task<IReadOnlyList<Addressee>> ToApplicantAsync(Notice notice, Dossier dossier, DossierEvent e, CancellationToken ct)
    {
        var isStatutory = LetterBook.Find(notice.Letter)!.Statutory;
        var addressees = await ways.ToAsync(notice, dossier, isStatutory, ct);
        if (addressees.Count == 0 && isStatutory && !IsHandedOver(dossier, e))
        {
            await counter.PutAsync(notice, dossier, ct);
        }

        return addressees;
    }

    // Whoever files at the counter is given the receipt (form 01), or the refusal (form 03), there and then.
    private static bool IsHandedOver(Dossier dossier, DossierEvent e) => e is Accepted or NotAccepted && dossier.Channel is Channel.Counter;

    private async Task<IReadOnlyList<Addressee>> ToStaffAsync(
        Notice notice, Dossier dossier, DossierEvent e, IEnumerable<(Role Role, string Office, string? Person)> places, CancellationToken ct)
    {
        var item = ItemOf(notice, dossier, e);
        var mailed = new List<Addressee>();
        foreach (var (role, office, person) in places.Distinct())
        {
            await inbox.PutAsync(person is not null ? Inbox.BoxOf(person) : Inbox.BoxOf(role, office), notice.Id, item, ct);
            var people = person is not null
                ? new[] { await staff.FindAsync(person, ct) }.OfType<StaffMember>()
                : await staff.HoldersAsync(role, office, clock.Today(), ct);
            mailed.AddRange(people.Where(member => member.Email is not null).Select(member => new Addressee(LetterChannel.Email, member.Id)));
        }

        return [.. mailed.Distinct()];
    }

    // Who hands data on to other agencies, and who watches over it.
    private static IEnumerable<(Role Role, string Office, string? Person)> DeskOf(Dossier dossier) =>
        [(Role.Clerk, dossier.Places.Receipt, null), (Role.Supervisor, dossier.Places.Receipt, null)];

    private InboxItem ItemOf(Notice notice, Dossier dossier, DossierEvent e)
    {
        var template = LetterBook.Find(notice.Letter)!;
        var vi = template.Fill(facts.Of(dossier, e, Language.Vi), Language.Vi);
        var en = template.Fill(facts.Of(dossier, e, Language.En), Language.En);
        return new InboxItem("", notice.At, notice.Letter, dossier.Code.ToString(), InboxWords.Of(vi, en));
    }

    private static (Role Role, string Office, string? Person) PlaceOf(RungRecipient to, Dossier dossier) => to.Who is RungPerson.Handler
        ? (Role.Officer, dossier.Holding, dossier.Handler)
        : (to.Role!.Value, to.At switch
        {
            "holding" => dossier.Holding,
            "receipt" => dossier.Places.Receipt,
            "competent" => dossier.Places.Competent ?? dossier.Places.Receipt,
            var office => office!,
        }, null);
}
