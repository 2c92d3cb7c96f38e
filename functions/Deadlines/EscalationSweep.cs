using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

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
public sealed partial class EscalationSweep(DossierStore dossiers, AlarmClock alarms, ITables tables, TimeProvider clock, ILogger<EscalationSweep> log)
{
    private const int AtOnce = 8;
    private const int Attempts = 5;

    // Writers whose clock or queue lags put alarms into hours already swept, so each sweep looks back a day.
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<SweepReport> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (hours, found, events, failed) = (0, 0, 0, 0);
        var first = await FirstHourAsync(now, ct);
        for (var hour = now; hour >= first; hour = hour.AddHours(-1), hours++) // Backwards, so that what is moved to the present hour is not met again.
        {
            var due = await _lists.ReadAllAsync(AlarmList.DueIn(hour, now), ct).ToListAsync(ct);
            found += due.Count;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (row, token) =>
            {
                var recorded = await TryHandleAsync(row, now, token);
                Interlocked.Add(ref events, recorded ?? 0);
                Interlocked.Add(ref failed, recorded is null ? 1 : 0);
            });
        }

        await _lists.WriteAsync([RowChange.Upsert(new TableRow(CursorPartition, CursorKey, new Dictionary<string, object?> { [SweptAt] = now }))], ct);
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
            await KeepInReachAsync(row, now, ct);
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

                await (events > 0 ? Task.CompletedTask : TidyAsync(row, stored?.Dossier, now, ct)); // After an event the projector moves the alarm.
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

    // An alarm nothing followed from is a leftover, or the calendar moved its moment: then it is written where it belongs before it goes here.
    // While a clock stands still the projector decides.
    private async Task TidyAsync(TableRow row, Dossier? dossier, DateTimeOffset now, CancellationToken ct)
    {
        if (dossier is not null && alarms.NextOf(dossier) is { } next)
        {
            await (AlarmList.KeyOf(dossier.Code, next) == row.Key ? KeepInReachAsync(row, now, ct) : MoveAsync(row, dossier.Code, next, now, ct));
        }
        else if (dossier is null or { Phase: not (Phase.SupplementRequested or Phase.FinancialDuty) })
        {
            await RemoveAsync(row, ct);
        }
    }

    private async Task MoveAsync(TableRow row, DossierCode code, Alarm next, DateTimeOffset now, CancellationToken ct)
    {
        await _lists.WriteAsync([RowChange.Upsert(new TableRow(AlarmList.PartitionOf(next.At > now ? next.At : now), AlarmList.KeyOf(code, next), row.Values))], ct);
        await RemoveAsync(row, ct);
    }

    // The same alarm in the present hour, written before the old one goes: at worst it is there twice.
    private async Task KeepInReachAsync(TableRow row, DateTimeOffset now, CancellationToken ct)
    {
        var present = AlarmList.PartitionOf(now);
        if (row.Partition != present)
        {
            await _lists.WriteAsync([RowChange.Upsert(row with { Partition = present, Tag = null })], ct);
            await RemoveAsync(row, ct);
        }
    }

    private async Task RemoveAsync(TableRow row, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync([RowChange.Delete(row.Partition, row.Key, row.Tag)], ct);
        }
        catch (StaleRowException)
        {
            // The projector removed it, or wrote it anew: either way it is no longer the row we saw.
        }
    }

    private async Task<DateTimeOffset> FirstHourAsync(DateTimeOffset now, CancellationToken ct)
    {
        var sweptAt = (await _lists.FindAsync(CursorPartition, CursorKey, ct))?.Instant(SweptAt) ?? now;
        var from = (sweptAt < now ? sweptAt : now) - LookBack;
        return new DateTimeOffset(from.UtcDateTime.Date.AddHours(from.UtcDateTime.Hour), TimeSpan.Zero);
    }

    private const string CursorPartition = "al:swept";
    private const string CursorKey = "at";
    private const string SweptAt = "At";

    [LoggerMessage(LogLevel.Information, "Swept {Hours} hours: {Alarms} alarms due, {Events} events, {Failed} failed.")]
    private partial void LogSwept(int hours, int alarms, int events, int failed);

    [LoggerMessage(LogLevel.Error, "The alarm of {Code} could not be handled; the next sweep tries again.", EventName = "DeadlineNotEscalated")]
    private partial void LogFailed(Exception e, DossierCode code);

    [LoggerMessage(LogLevel.Warning, "{Code} is overdue: rung {Rung}.", EventName = "DossierOverdue")]
    private partial void LogOverdue(DossierCode code, string rung);
}
