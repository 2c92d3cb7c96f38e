using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Sends one letter to one addressee, and writes down that it did, so that the same message delivered again sends nothing.</summary>
public sealed class LetterSender(
    ITables tables, IMailer mailer, MessageGateway gateway, StaffDirectory staff, CitizenWays ways, LetterWriter writer, TimeProvider clock)
{
    private readonly ITable _sent = tables[Tables.Lists];

    /// <returns>How long to wait before trying again, during quiet hours; null when the letter is sent.</returns>
    public async Task<TimeSpan?> SendAsync(Notice notice, Addressee to, Dossier? dossier, DossierEvent? e, CancellationToken ct)
    {
        var (partition, key) = ($"sent:{notice.Code?.ToString() ?? notice.Office}", notice.Id);
        if (await _sent.FindAsync(partition, key, ct) is not null)
        {
            return null; // Delivered twice; the first delivery sent it.
        }

        var applicant = to.Staff is null && to.Petition is null ? dossier!.Applicant : null;
        var wanted = applicant is null ? new Preferences() : await ways.WantedAsync(applicant, ct);
        var now = clock.GetUtcNow();
        if (!LetterBook.Find(notice.Letter)!.Statutory && to.Channel is not LetterChannel.Email && wanted.NotBefore(now) is var at && at > now)
        {
            return at - now;
        }

        if (await writer.WriteAsync(notice, dossier, e, wanted.Language, ct) is { } letter)
        {
            await DispatchAsync(notice.Id, to, applicant is null ? null : await ways.AddressAsync(notice, dossier!, ct), letter, ct);
        }

        await _sent.WriteAsync(
            [RowChange.Upsert(new TableRow(partition, key, new Dictionary<string, object?> { ["At"] = now, ["Letter"] = notice.Letter }))], ct);
        return null;
    }

    private async Task DispatchAsync(string id, Addressee to, Applicant? applicant, Letter letter, CancellationToken ct)
    {
        var email = to.Petition is { } petition ? await ways.PetitionerAsync(petition, ct)
            : to.Staff is { } member ? (await staff.FindAsync(member, ct))?.Email
            : applicant!.Email;
        await (to.Channel is LetterChannel.Email
            ? mailer.SendAsync(new Mail(id, email ?? throw new UndeliverableException("The addressee has no e-mail any more."), letter), ct)
            : gateway.SendAsync(new ShortMessage(id, to.Channel, applicant!.Phone!, $"{letter.Subject}\n{letter.Body}"), ct));
    }
}
