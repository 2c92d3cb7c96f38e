using PublicAdmin.Platform.Lines;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Notes of each letter whether the mail server took it; that it refuses one address for good is an answer too.</summary>
public sealed class WatchedMailer(IMailer line, LineWatch watch) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        try
        {
            await line.SendAsync(mail, ct);
            await watch.GoodAsync(OutsideLines.Mail, ct);
        }
        catch (UndeliverableException)
        {
            await watch.GoodAsync(OutsideLines.Mail, ct);
            throw;
        }
        catch (MailAwayException away)
        {
            await watch.BadAsync(OutsideLines.Mail, away.Code, ct);
            throw;
        }
    }
}
