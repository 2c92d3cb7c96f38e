using MimeKit;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Puts a letter into MIME: UTF-8, plain text and HTML side by side, with a Message-ID that stays the same at every try.</summary>
internal static class MailMessages
{
    private const string Sender = "Trung tâm Phục vụ hành chính công";

    /// <exception cref="UndeliverableException">The addressee's address is none.</exception>
    public static MimeMessage Of(Mail mail, string from)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
        {
            throw new UndeliverableException("The address is none.");
        }

        var sender = new MailboxAddress(Sender, from);
        var body = new BodyBuilder { TextBody = mail.Letter.Body, HtmlBody = mail.Letter.Html };
        if (mail.Letter.Paper is { } paper)
        {
            body.Attachments.Add(paper.Name, paper.Pdf, new ContentType("application", "pdf"));
        }

        var message = new MimeMessage([sender], [to], mail.Letter.Subject, body.ToMessageBody()) { MessageId = $"{FileNameOf(mail.Id)}@{sender.Domain}" };
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers, please.
        return message;
    }

    /// <summary>An id as it may stand in a file name or before the @ of a Message-ID.</summary>
    public static string FileNameOf(string id) => string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
}
