using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Statistics.Equations;

/// <summary>Timer, 04:15 in office time: checks that the books balance, everywhere and in sum.</summary>
public sealed class CheckBooks(CheckBook book)
{
    [Function(nameof(CheckBooks)), FixedDelayRetry(3, "00:05:00")]
    public Task RunAsync([TimerTrigger("%CheckBooksSchedule%")] TimerInfo timer, CancellationToken ct) => book.RunAsync(ct);
}
