using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>What one sweep did.</summary>
/// <param name="Hours">Partitions looked into.</param>
/// <param name="Alarms">Alarms found due.</param>
/// <param name="Events">Rungs reached and clocks resumed.</param>
/// <param name="Failed">Alarms left for the next sweep.</param>
public sealed record SweepReport(int Hours, int Alarms, int Events, int Failed);

/// <summary>
/// Handles every alarm that is due: records what follows in the dossier, guarded by its tag, so that two hosts, a repeated timer or a
/// crash in the middle make no rung fire twice; the notices follow from the event. Costs the alarms due, not the dossiers open.
/// </summary>
public sealed partial class EscalationSweep(DossierStore dossiers, AlarmClock alarms, AlarmRows rows, TimeProvider clock, ILogger<EscalationSweep> log)
{
    private const int AtOnce = 8;
    private const int Attempts = 5;

    public async Task<SweepReport> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (hours, found, events, failed) = (0, 0, 0, 0);
        var first = await rows.FirstHourAsync(now, ct);
        for (var hour = now; hour >= first; hour = hour.AddHours(-1), hours++) // Backwards, so that what is moved to the present hour is not met again.
        {
            var due = await rows.DueAsync(hour, now, ct);
            found += due.Count;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (row, token) =>
            {
                var recorded = await TryHandleAsync(row, now, token);
                Interlocked.Add(ref events, recorded ?? 0);
                Interlocked.Add(ref failed, recorded is null ? 1 : 0);
            });
        }

        await rows.SweptAsync(now, ct);
        var report = new SweepReport(hours, found, events, failed);
        LogSwept(report.Hours, report.Alarms, report.Events, report.Failed);
        return report;
    }

    private async ValueTask<int?> TryHandleAsync(TableRow row, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            return await HandleAsync(row, now, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) // The batch boundary: one bad dossier never stops a round.
        {
            LogFailed(e, AlarmList.CodeOf(row.Key));
            await rows.KeepInReachAsync(row, now, ct);
            return null;
        }
    }

    private async Task<int> HandleAsync(TableRow row, DateTimeOffset now, CancellationToken ct)
    {
        var code = AlarmList.CodeOf(row.Key);
        var events = 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stored = await dossiers.FindAsync(code, ct);
                while (stored is not null && alarms.DueOf(stored.Dossier, now) is { } e)
                {
                    stored = await dossiers.RecordAsync(stored, e, null, ct);
                    events++;
                    Tell(stored.Dossier, e, now);
                }

                await (events > 0
                    ? Task.CompletedTask
                    : rows.TidyAsync(
                        row, stored?.Dossier, stored is null ? null : alarms.NextOf(stored.Dossier), now, ct)); // After an event the projector moves the alarm.
                return events;
            }
            catch (StaleRowException) when (attempt < Attempts)
            {
                // Somebody else acted on the dossier, perhaps another sweep: look at it again.
            }
        }
    }

    private void Tell(Dossier dossier, DossierEvent e, DateTimeOffset now)
    {
        if (e is Escalated { Rung: var rung } && dossier.Deadline?.DueAt < now)
        {
            LogOverdue(dossier.Code, rung);
        }
    }

    [LoggerMessage(LogLevel.Information, "Swept {Hours} hours: {Alarms} alarms due, {Events} events, {Failed} failed.")]
    private partial void LogSwept(int hours, int alarms, int events, int failed);

    [LoggerMessage(LogLevel.Error, "The alarm of {Code} could not be handled; the next sweep tries again.", EventName = "DeadlineNotEscalated")]
    private partial void LogFailed(Exception e, DossierCode code);

    [LoggerMessage(LogLevel.Warning, "{Code} is overdue: rung {Rung}.", EventName = "DossierOverdue")]
    private partial void LogOverdue(DossierCode code, string rung);
}
