using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Statistics.Equations;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>Timer, 04:15 in office time: checks that the books balance, everywhere and in sum, and publishes the month that is over.</summary>
public sealed class CheckBooks(CheckBook book, Publisher publisher)
{
    [Function(nameof(CheckBooks)), FixedDelayRetry(3, "00:05:00")]
    public async Task RunAsync([TimerTrigger("%CheckBooksSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        if ((await book.RunAsync(ct)).Balanced)
        {
            await publisher.PublishLastMonthAsync(ct);
        }
    }
}
