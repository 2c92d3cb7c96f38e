using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>Timer, 06:00: reconciles yesterday by the platform's file, and the six days before it again while they have differences or no file.</summary>
public sealed partial class ReconcilePayments(Reconciler reconciler, TimeProvider clock, ILogger<ReconcilePayments> log)
{
    private const int Days = 7;

    [Function(nameof(ReconcilePayments)), FixedDelayRetry(5, "00:05:00")]
    public async Task RunAsync([TimerTrigger("%ReconcilePaymentsSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        for (var back = Days; back >= 1; back--)
        {
            var day = clock.Today().AddDays(-back);
            if (back is 1 || await reconciler.FindAsync(day, ct) is null or { Differences.Count: > 0 })
            {
                Told(day, await reconciler.RunAsync(day, ct));
            }
        }
    }

    private void Told(DateOnly day, Reconciliation? made)
    {
        if (made is { Differences.Count: > 0 })
        {
            LogDiffers(day, made.Matched, made.Differences.Count);
        }
    }

    [LoggerMessage(LogLevel.Error, "Payments of {Day}: {Matched} match, {Differences} differ.", EventName = "PaymentsDiffer")]
    private partial void LogDiffers(DateOnly day, int matched, int differences);
}
