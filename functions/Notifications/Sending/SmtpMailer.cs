using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Notifications.Sending;

/// <summary>E-mail over SMTP: the province's own server, or Azure Communication Services, which speaks it too.</summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var server = settings.Value;
        using var message = MailMessages.Of(mail, server.From);
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls };
        if (server.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(server.User, server.Password);
        }

        try
        {
            await client.SendMailAsync(message, ct);
        }
        catch (SmtpException e) when (IsForGood(e.StatusCode))
        {
            throw new UndeliverableException($"The mail server refused the letter: {e.StatusCode}.", e);
        }
    }

    // 5yz is a permanent failure (RFC 5321 section 4.2.1); of these, an account the server wants first is ours to repair.
    private static bool IsForGood(SmtpStatusCode status) => (int)status is >= 500 and < 600 and not 530 and not 535;
}
