using Microsoft.Extensions.Options;

namespace PublicAdmin.Notifications.Sending;

/// <summary>Writes each letter as an .eml file any mail program opens. The same letter again is the same file.</summary>
public sealed class FolderMailer(IOptions<MailSettings> settings) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        using var message = MailMessages.Of(mail, settings.Value.From);
        try
        {
            var folder = Directory.CreateDirectory(settings.Value.Folder).FullName;
            var work = Path.Combine(folder, $"{Path.GetRandomFileName()}.part");
            await message.WriteToAsync(work, ct);
            File.Move(work, Path.Combine(folder, $"{MailMessages.FileNameOf(mail.Id)}.eml"), overwrite: true); // It appears whole, and under its own name.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailAwayException("The folder cannot be written.", "folder", inner: e);
        }
    }
}
