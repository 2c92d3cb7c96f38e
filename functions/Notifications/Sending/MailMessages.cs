using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Puts a letter into MIME: UTF-8, plain text and HTML side by side, with a Message-ID that stays the same at every try.</summary>
internal static class MailMessages
{
    public static MailMessage Of(Mail mail, string from)
    {
        var message = new MailMessage(new MailAddress(from, "Trung tâm Phục vụ hành chính công", Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = mail.Letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Letter.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{FileNameOf(mail.Id)}@{message.From!.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated"; // RFC 3834: no out-of-office answers, please.
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.Letter.Paper is { } paper)
        {
            message.Attachments.Add(new System.Net.Mail.Attachment(new MemoryStream(paper.Pdf), paper.Name, MediaTypeNames.Application.Pdf));
        }

        return message;
    }

    /// <summary>An id as it may stand in a file name or before the @ of a Message-ID.</summary>
    public static string FileNameOf(string id) => string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
}
