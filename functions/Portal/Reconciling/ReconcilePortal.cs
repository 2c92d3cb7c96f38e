using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform;
using PublicAdmin.Portal.Inbound;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>
/// Timer, 02:00: holds what was received yesterday and on the 29 days before against the portal, for dossiers change while they are open; and throws away
/// the nonces of its requests and the marks of used links whose time is over.
/// </summary>
public sealed partial class ReconcilePortal(
    PortalReconciler reconciler, PortalNonces nonces, PortalLinks links, IOptions<PortalSettings> settings, TimeProvider clock, ILogger<ReconcilePortal> log)
{
    private const int Days = 30;

    [Function(nameof(ReconcilePortal)), FixedDelayRetry(5, "00:05:00")]
    public async Task RunAsync([TimerTrigger("%ReconcilePortalSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await nonces.ForgetAsync(ct);
        await links.ForgetAsync(ct);
        for (var back = settings.Value.Address.Length is 0 ? 0 : Days; back >= 1; back--)
        {
            var day = clock.Today().AddDays(-back);
            if (await reconciler.RunAsync(day, ct) is { Differences: > 0 } made)
            {
                LogDiffers(day, made.Matched, made.Differences);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Dossiers received on {Day}: {Matched} stand at the National Portal alike, {Differences} differ.")]
    private partial void LogDiffers(DateOnly day, int matched, int differences);
}
