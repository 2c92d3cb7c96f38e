using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Archive.Erasure;

/// <summary>Timer, every hour: goes on with erasures that broke off; mostly there is none.</summary>
public sealed class FinishErasures(ErasureDesk desk)
{
    [Function(nameof(FinishErasures)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%FinishErasuresSchedule%")] TimerInfo timer, CancellationToken ct) => desk.GoOnAsync(ct);
}
