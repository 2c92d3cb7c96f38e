using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure;
using Azure.Communication.Email;
using PublicAdmin.Notifications.Sending;

namespace PublicAdmin.Azure;

/// <summary>
/// E-mail over Azure Communication Services, where no mail server is named (<see cref="MailSettings.Host"/>). A letter is handed over once it is accepted; a
/// second try after a lost answer may arrive twice.
/// </summary>
[NeedsRole(AzureRole.EmailOwner, AzureScope.Communication)]
internal sealed partial class CommunicationMailer(EmailClient email, AzureSettings settings) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var content = new EmailContent(mail.Letter.Subject) { PlainText = mail.Letter.Body, Html = mail.Letter.Html };
        var message = new EmailMessage(settings.EmailSender, mail.To, content);
        if (mail.Letter.Paper is { } paper)
        {
            message.Attachments.Add(new EmailAttachment(paper.Name, "application/pdf", BinaryData.FromBytes(paper.Pdf)));
        }

        try
        {
            await email.SendAsync(WaitUntil.Started, message, ct);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.BadRequest && BlamesRecipient(e))
        {
            throw new UndeliverableException($"The address was refused: {e.ErrorCode}.", e);
        }
        catch (RequestFailedException e)
        {
            throw new MailAwayException($"The mail service is away: {e.Status}.", $"http-{e.Status}", TryAfter(e), e);
        }
    }

    // 400 also says that our sender, our domain or our attachment is wrong: that is a fault of ours, to be seen and tried again, and no fault of the citizen's.
    // The service publishes no list of codes; where it names what it refuses, it does so in the code, the target or the text.
    private static bool BlamesRecipient(RequestFailedException refused) => Recipient().IsMatch($"{refused.ErrorCode} {refused.Message.Split('\n')[0]}")
        || (refused.GetRawResponse()?.Content is { } body && Target().IsMatch(body.ToString()));

    [GeneratedRegex("recipient|\\bto address", RegexOptions.IgnoreCase)]
    private static partial Regex Recipient();

    [GeneratedRegex("\"target\"\\s*:\\s*\"[^\"]*recipients", RegexOptions.IgnoreCase)]
    private static partial Regex Target();

    // The service allows a few letters a minute and says with 429 when the next may come.
    private static TimeSpan? TryAfter(RequestFailedException e) =>
        e.GetRawResponse() is { } answer && answer.Headers.TryGetValue("Retry-After", out var said)
            && int.TryParse(said, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
