using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>The alarms as a sweep finds and leaves them: due ones by hour, and the cursor up to which everything was swept.</summary>
public sealed class AlarmRows(ITables tables)
{
    private const string CursorPartition = "al:swept";
    private const string CursorKey = "at";
    private const string SweptAt = "At";

    // Writers whose clock or queue lags put alarms into hours already swept, so each sweep looks back a day.
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<IReadOnlyList<TableRow>> DueAsync(DateTimeOffset hour, DateTimeOffset now, CancellationToken ct) =>
        await _lists.ReadAllAsync(AlarmList.DueIn(hour, now), ct).ToListAsync(ct);

    /// <summary>The hour to which a sweep that runs now must go back.</summary>
    public async Task<DateTimeOffset> FirstHourAsync(DateTimeOffset now, CancellationToken ct)
    {
        var sweptAt = (await _lists.FindAsync(CursorPartition, CursorKey, ct))?.Instant(SweptAt) ?? now;
        var from = (sweptAt < now ? sweptAt : now) - LookBack;
        return new DateTimeOffset(from.UtcDateTime.Date.AddHours(from.UtcDateTime.Hour), TimeSpan.Zero);
    }

    public Task SweptAsync(DateTimeOffset now, CancellationToken ct) =>
        _lists.WriteAsync([RowChange.Upsert(new TableRow(CursorPartition, CursorKey, new Dictionary<string, object?> { [SweptAt] = now }))], ct);

    /// <summary>
    /// An alarm nothing followed from is a leftover, or the calendar moved its moment: then it is written where it belongs before it goes here.
    /// While a clock stands still the projector decides.
    /// </summary>
    public async Task TidyAsync(TableRow row, Dossier? dossier, Alarm? next, DateTimeOffset now, CancellationToken ct)
    {
        if (dossier is not null && next is not null)
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
        await _lists.WriteAsync(
            [RowChange.Upsert(new TableRow(AlarmList.PartitionOf(next.At > now ? next.At : now), AlarmList.KeyOf(code, next), row.Values))], ct);
        await RemoveAsync(row, ct);
    }

    /// <summary>The same alarm in the present hour, written before the old one goes: at worst it is there twice.</summary>
    public async Task KeepInReachAsync(TableRow row, DateTimeOffset now, CancellationToken ct)
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
}
