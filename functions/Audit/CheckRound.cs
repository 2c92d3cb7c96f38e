using Microsoft.Extensions.Logging;

namespace PublicAdmin.Audit;

/// <summary>
/// Looks every night at the day sealed last, at those of a week, four weeks and a year ago, and at one more, so that in as many nights as there are
/// days every one comes up.
/// </summary>
public sealed partial class CheckRound(AuditDesk desk, SealedDays days, TimeProvider clock, ILogger<CheckRound> log)
{
    private const int MostRecords = 20;
    private static readonly int[] Back = [0, 7, 28, 365];
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(3);

    public async Task RunAsync(CancellationToken ct)
    {
        if (await days.LastAsync(ct) is not { } last)
        {
            return;
        }

        var (since, records) = (clock.GetTimestamp(), 0);
        foreach (var day in await ChosenAsync(last.Day, ct))
        {
            var verdict = clock.GetElapsedTime(since) < Enough ? await desk.CheckAsync(day, ct) : null;
            foreach (var finding in verdict?.Findings ?? [])
            {
                if (records++ < MostRecords)
                {
                    LogBroken(finding.Kind.ToString(), finding.Code ?? SealNames.Text(finding.Day), finding.Key);
                }
            }
        }
    }

    // The chain may be older than the list, never the other way round: days before the first are no days.
    private async Task<IReadOnlyList<DateOnly>> ChosenAsync(DateOnly last, CancellationToken ct)
    {
        var first = await FirstAsync(last, ct);
        var count = last.DayNumber - first.DayNumber + 1;
        return [.. Back.Select(back => last.AddDays(-back)).Append(first.AddDays(last.DayNumber % count)).Where(day => day >= first).Distinct()];
    }

    private async Task<DateOnly> FirstAsync(DateOnly last, CancellationToken ct)
    {
        var (low, high) = (last.AddYears(-30).DayNumber, last.DayNumber); // Every day since the first is listed, so halving finds it.
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = await days.FindAsync(DateOnly.FromDayNumber(middle), ct) is null ? (middle + 1, high) : (low, middle);
        }

        return DateOnly.FromDayNumber(high);
    }

    [LoggerMessage(LogLevel.Critical, "Not as it was sealed: {Reason} at {Code} {Key}.", EventName = "SealBroken")]
    private partial void LogBroken(string reason, string code, string? key);
}
