using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Statistics.Carryover;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// Timer, every minute: brings in lines of an import, takes what has changed into the books, and goes on with a rebuilding that somebody began.
/// </summary>
public sealed class RollUpStatistics(RollUpRound round, Rebuild rebuild, ImportDesk imports)
{
    [Function(nameof(RollUpStatistics)), FixedDelayRetry(5, "00:00:05")]
    public async Task RunAsync([TimerTrigger("%RollUpStatisticsSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await imports.ContinueAsync(ct);
        await round.RunAsync(ct);
        await rebuild.RunAsync(ct);
    }
}
