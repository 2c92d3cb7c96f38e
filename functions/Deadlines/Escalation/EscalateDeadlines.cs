using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>Timer, every 5 minutes: tells staff of deadlines that come near or have passed, and lets clocks run again whose cause of rest is over.</summary>
public sealed class EscalateDeadlines(AlarmPlanner planner, EscalationSweep sweep)
{
    [Function(nameof(EscalateDeadlines))]
    public async Task RunAsync([TimerTrigger("%EscalateDeadlinesSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await planner.PlanAsync(ct);
        await sweep.RunAsync(ct);
    }
}
