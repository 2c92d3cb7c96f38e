using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Lines;

/// <summary>
/// Notes whether the lines out of the office work, so that an administrator sees which is down, also after a restart and whichever instance met it. A line
/// that goes on as before costs a write a minute, however much goes over it.
/// </summary>
public sealed class LineWatch(ITables tables, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    // A message nobody came back for so long after its next try was due lies among the dead letters, or was handled by a replay under another name.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private readonly ITable _lists = tables[Tables.Lists];
    private readonly ConcurrentDictionary<string, (string? Code, DateTimeOffset At)> _noted = new();

    /// <summary>It answered.</summary>
    public Task GoodAsync(string line, CancellationToken ct) => NoteAsync(line, null, ct);

    /// <summary>It did not, or said that it cannot.</summary>
    public Task BadAsync(string line, string code, CancellationToken ct) => NoteAsync(line, code, ct);

    /// <summary>A message of a queue waits until a line is back.</summary>
    public async Task WaitsAsync(string line, string queue, string message, DateTimeOffset due, CancellationToken ct)
    {
        var (partition, key) = (LineRows.WaitingAt(queue), RequestKeys.Shorten(message));
        var since = await _lists.FindAsync(partition, key, ct) is { } known ? LineRows.SinceOf(known) : clock.GetUtcNow();
        await _lists.WriteAsync([RowChange.Upsert(LineRows.ToWaiting(queue, key, line, since, due))], ct);
    }

    /// <summary>It waits no more, whatever came of it.</summary>
    public async Task WentAsync(string queue, string message, CancellationToken ct)
    {
        if (await _lists.FindAsync(LineRows.WaitingAt(queue), RequestKeys.Shorten(message), ct) is { } row)
        {
            await ForgetAsync(row, ct);
        }
    }

    public async Task<(DateTimeOffset? LastSuccess, LineFailure? LastFailure)> FindAsync(string line, CancellationToken ct) => (
        LineRows.ToSuccess(await _lists.FindAsync(LineRows.PartitionOf(line), LineRows.Good, ct)),
        LineRows.ToFailure(await _lists.FindAsync(LineRows.PartitionOf(line), LineRows.Bad, ct)));

    /// <summary>Since when each message of a queue waits for a line. Those nobody came back for are forgotten on the way.</summary>
    public async IAsyncEnumerable<DateTimeOffset> WaitingAsync(string line, string queue, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in _lists.ReadAllAsync(RowRange.All(LineRows.WaitingAt(queue)), ct))
        {
            if (LineRows.DueOf(row) + Forgotten < clock.GetUtcNow())
            {
                await ForgetAsync(row, ct);
            }
            else if (LineRows.LineOf(row) == line)
            {
                yield return LineRows.SinceOf(row);
            }
        }
    }

    private async Task NoteAsync(string line, string? code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_noted.TryGetValue(line, out var last) && last.Code == code && now - last.At < Again)
        {
            return;
        }

        _noted[line] = (code, now);
        var row = code is null ? LineRows.ToGood(line, now) : LineRows.ToBad(line, await FailedAsync(line, code, now, ct));
        await _lists.WriteAsync([RowChange.Upsert(row)], ct);
    }

    private async Task<LineFailure> FailedAsync(string line, string code, DateTimeOffset now, CancellationToken ct)
    {
        var (good, bad) = await FindAsync(line, ct);
        return new(now, code, bad is not null && (good is null || bad.At > good) ? bad.Since : now);
    }

    private async Task ForgetAsync(TableRow row, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync([RowChange.Delete(row.Partition, row.Key)], ct);
        }
        catch (StaleRowException)
        {
            // Somebody else forgot it at the same moment.
        }
    }
}
