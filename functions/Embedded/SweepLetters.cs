using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded;

/// <summary>Every night at 02:40: deletes letters of the folder <c>mail</c> whose term in the register of what is kept is over.</summary>
internal sealed partial class SweepLetters(IOptions<MailSettings> settings, KeptThings kept, TimeProvider clock, ILogger<SweepLetters> log)
{
    private const string Place = "folder mail";

    [Function(nameof(SweepLetters))]
    public void Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer)
    {
        var folder = new DirectoryInfo(settings.Value.Folder);
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-kept.DaysOf(Place, clock.Today()));
        var old = folder.Exists ? folder.EnumerateFiles("*.eml").Where(letter => letter.LastWriteTimeUtc < before).ToList() : [];
        old.ForEach(letter => letter.Delete());
        LogSwept(old.Count);
    }

    [LoggerMessage(LogLevel.Information, "Swept {Letters} letters.")]
    private partial void LogSwept(int letters);
}
