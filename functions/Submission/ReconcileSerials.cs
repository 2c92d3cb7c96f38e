using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>Timer, nightly: goes through the serials of the last week at every receiving office, explains gaps and sets lists right.</summary>
public sealed partial class ReconcileSerials(SerialBook book, OfficeDirectory offices, TimeProvider clock, ILogger<ReconcileSerials> log)
{
    private const int Days = 7;

    [Function(nameof(ReconcileSerials)), FixedDelayRetry(5, "00:01:00")]
    public async Task RunAsync([TimerTrigger("%ReconcileSerialsSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        var today = clock.Today();
        foreach (var office in offices.All(today).Where(office => office.IsCenter))
        {
            for (var back = 1; back <= Days; back++)
            {
                var balance = await book.BalanceAsync(office.Code, today.AddDays(-back), ct);
                if (balance.Gaps.Count > 0 || balance.Behind > 0)
                {
                    LogBalance(balance.Office, balance.Day, balance.Issued, balance.Gaps.Count, balance.Behind);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Office} on {Day}: {Issued} serials, {Gaps} gaps, {Behind} dossiers behind.")]
    private partial void LogBalance(string office, DateOnly day, long issued, int gaps, int behind);
}
