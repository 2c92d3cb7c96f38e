using System.Net;
using Azure;
using Azure.Communication.Email;
using PublicAdmin.Notifications.Sending;

namespace PublicAdmin.Azure;

/// <summary>E-mail over Azure Communication Services, where no mail server is named (<see cref="MailSettings.Host"/>). A letter is handed over once it is accepted; a second try after a lost answer may arrive twice.</summary>
[NeedsRole(AzureRole.EmailOwner, AzureScope.Communication)]
internal sealed class CommunicationMailer(EmailClient email, AzureSettings settings) : IMailer
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
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.BadRequest)
        {
            throw new UndeliverableException($"The address was refused: {e.ErrorCode}.", e);
        }
    }
}
