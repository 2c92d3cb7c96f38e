using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>Sets right a dossier whose lists did not follow its last change: announces it once more.</summary>
public sealed partial class ListRepair(IQueueSender queue, ILogger<ListRepair> log)
{
    /// <param name="code">Which dossier.</param>
    /// <param name="version">Of its head.</param>
    /// <param name="standsAt">The version its lists show.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True when the lists stood behind.</returns>
    public async Task<bool> CheckAsync(DossierCode code, long version, long standsAt, CancellationToken ct)
    {
        if (standsAt >= version)
        {
            return false;
        }

        LogBehind(code, version);
        await queue.SendAsync(DossierStore.Announcement(code, version), ct);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The lists of {Code} stand behind version {Version}; announced again.", EventName = "ListsBehind")]
    private partial void LogBehind(DossierCode code, long version);
}
