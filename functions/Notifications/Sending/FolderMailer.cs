using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Writes each letter as an .eml file any mail program opens. The same letter again is the same file.</summary>
public sealed class FolderMailer(IOptions<MailSettings> settings) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(settings.Value.Folder).FullName;
        var work = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName()));
        using var message = MailMessages.Of(mail, settings.Value.From);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = work.FullName };
        await client.SendMailAsync(message, ct);
        // The client chooses the name; moving makes the letter appear whole and under its own.
        work.GetFiles().Single().MoveTo(Path.Combine(folder, $"{MailMessages.FileNameOf(mail.Id)}.eml"), overwrite: true);
        work.Delete();
    }
}
