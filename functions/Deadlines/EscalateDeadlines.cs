using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Deadlines;

/// <summary>Timer, every 5 minutes: tells staff of deadlines that come near or have passed, and lets clocks run again whose cause of rest is over.</summary>
public sealed class EscalateDeadlines(EscalationSweep sweep)
{
    [Function(nameof(EscalateDeadlines))]
    public Task RunAsync([TimerTrigger("%EscalateDeadlinesSchedule%")] TimerInfo timer, CancellationToken ct) => sweep.RunAsync(ct);
}
