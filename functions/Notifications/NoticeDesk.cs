using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>Spreads a notice to those it concerns, or sends one letter of it.</summary>
public sealed class NoticeDesk(DossierStore dossiers, NoticeSpreader spreader, LetterSender sender, CounterTasks counter)
{
    // 1 min, 5 min, 20 min, 1 h, 4 h, 12 h, 24 h: then an administrator looks at it among the dead letters.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
            TimeSpan.FromHours(24)];

    public async Task<Outcome> HandleAsync(Notice notice, int attempt, CancellationToken ct)
    {
        (Dossier? dossier, DossierEvent? e) = notice.Code is null ? (null, null) : await dossiers.FindAsync(notice, ct);
        if (notice.To is not { } to)
        {
            await spreader.SpreadAsync(notice, dossier!, e!, ct);
            return Outcome.Done;
        }

        try
        {
            return await sender.SendAsync(notice, to, dossier, e, ct) is { } wait ? Outcome.Later(wait) : Outcome.Done;
        }
        catch (UndeliverableException)
        {
            return await GiveUpAsync("letter-refused", notice, to, dossier, ct);
        }
        catch (MailAwayException away)
        {
            return attempt <= Pauses.Length
                ? Outcome.Away(to.Channel is LetterChannel.Email ? OutsideLines.Mail : OutsideLines.Messages, WaitFor(away, attempt))
                : await GiveUpAsync("letter-undeliverable", notice, to, dossier, ct);
        }
    }

    // Never earlier than the other side asks, and within a day: no line may put a letter off for ever.
    private static TimeSpan WaitFor(MailAwayException away, int attempt) =>
        away.TryAfter is { } asked && asked > Pauses[attempt - 1] ? TimeSpan.FromTicks(Math.Min(asked.Ticks, TimeSpan.TicksPerDay)) : Pauses[attempt - 1];

    // An administrator sees the dead letter; that does not tell the citizen, so somebody at the counter does.
    private async Task<Outcome> GiveUpAsync(string reason, Notice notice, Addressee to, Dossier? dossier, CancellationToken ct)
    {
        if (to.Staff is null && dossier is not null && LetterBook.Find(notice.Letter)!.Statutory)
        {
            await counter.PutAsync(notice, dossier, ct);
        }

        return Outcome.Never(reason);
    }
}
