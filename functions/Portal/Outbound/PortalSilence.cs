using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Portal.Outbound;

/// <summary>
/// Cổng chưa xác nhận: a change that the National Portal has not confirmed after two working hours rings at the province's administrators and at its center.
/// One alarm for as long as the same change is the oldest; it says how many wait by now.
/// </summary>
public sealed partial class PortalSilence(
    PortalNews news, CalendarBook calendar, PortalAlarm alarm, IOptions<PortalSettings> settings, TimeProvider clock, ILogger<PortalSilence> log)
{
    /// <summary>Of working time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task WatchAsync(CancellationToken ct)
    {
        if (settings.Value.Client is not { Length: > 0 } portal)
        {
            return;
        }

        var (now, times) = (clock.GetUtcNow(), await calendar.CurrentAsync(ct));
        var late = await news.WaitingSinceAsync(portal, now - Patience, ct)
            .Where(change => times.Of(change.Holding).Add(change.WaitingSince, Patience) <= now).Select(change => (change.Code, change.WaitingSince))
            .ToListAsync(ct);
        if (late is [var oldest, ..])
        {
            LogSilent(oldest.Code);
            await alarm.RingAsync(oldest.Code.ToString(), oldest.WaitingSince, late.Count, ct);
        }
    }

    [LoggerMessage(
        LogLevel.Error, "{Code}: the National Portal has not confirmed a change within two working hours.", EventName = "PortalSilent")]
    private partial void LogSilent(DossierCode code);
}
