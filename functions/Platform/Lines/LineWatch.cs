using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Lines;

/// <summary>
/// Notes whether the lines out of the office work, so that an administrator sees which is down, also after a restart and whichever instance met it. A line
/// that goes on as before costs a write a minute, however much goes over it. A note that cannot be written is none: what went over the line has gone, and
/// must not go again.
/// </summary>
public sealed partial class LineWatch(ITables tables, TimeProvider clock, ILogger<LineWatch> log)
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
            await _lists.DropAsync(row.Partition, row.Key, ct);
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
                await _lists.DropAsync(row.Partition, row.Key, ct);
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
        try
        {
            var row = code is null ? LineRows.ToGood(line, now) : LineRows.ToBad(line, await FailedAsync(line, code, now, ct));
            await _lists.WriteAsync([RowChange.Upsert(row)], ct);
        }
        catch (Exception e) // Whatever it was, the call that is noted is not undone by it.
        {
            _noted.TryRemove(line, out _);
            LogNotNoted(line, e.GetType().Name);
        }
    }

    private async Task<LineFailure> FailedAsync(string line, string code, DateTimeOffset now, CancellationToken ct)
    {
        var (good, bad) = await FindAsync(line, ct);
        return new(now, code, bad is not null && (good is null || bad.At > good) ? bad.Since : now);
    }

    [LoggerMessage(LogLevel.Warning, "How the line {Line} is was not written down: {Fault}.")]
    private partial void LogNotNoted(string line, string fault);
}
