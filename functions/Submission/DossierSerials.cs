using System.Collections.Concurrent;
using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>
/// Hands out 0001, 0002… for each office and day, never twice, however many instances ask at once. Requests that wait together
/// share one write. A serial handed out and never used (the process died) leaves a gap, which the nightly reconciliation explains.
/// </summary>
public sealed class DossierSerials(ITables tables)
{
    internal const string LastKey = "last";
    internal const string Last = "Last";

    private readonly ITable _table = tables[Tables.Serials];
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    public async Task<DossierCode> NextAsync(string office, DateOnly day, CancellationToken ct)
    {
        var partition = PartitionOf(office, day);
        var lane = _lanes.GetOrAdd(partition, static _ => new Lane());
        return DossierCode.Issue(office, day, await lane.TakeAsync(count => AdvanceAsync(partition, count, ct)).WaitAsync(ct));
    }

    /// <summary>Leaves out so many serials of a day: after a loss, those that may have been given out and are known to nobody.</summary>
    public Task SkipAsync(string office, DateOnly day, int count, CancellationToken ct) => AdvanceAsync(PartitionOf(office, day), count, ct);

    internal static string PartitionOf(string office, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{office}-{day:yyMMdd}");

    /// <returns>The first of <paramref name="count"/> new serials.</returns>
    private Task<long> AdvanceAsync(string partition, int count, CancellationToken ct) => Contention.UntilWrittenAsync(async () =>
    {
        var row = await _table.FindAsync(partition, LastKey, ct);
        var last = row?.Number(Last) ?? 0;
        var next = new TableRow(partition, LastKey, new Dictionary<string, object?> { [Last] = last + count }, row?.Tag);
        await _table.WriteAsync([row is null ? RowChange.Insert(next) : RowChange.Replace(next)], ct);
        return last + 1;
    }, ct);

    /// <summary>One office's day: whoever comes while a write is under way waits for the next one, which serves all who wait.</summary>
    private sealed class Lane
    {
        private readonly Lock _lock = new();
        private List<TaskCompletionSource<long>> _waiting = [];
        private bool _running;

        public Task<long> TakeAsync(Func<int, Task<long>> advance)
        {
            var mine = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lock)
            {
                _waiting.Add(mine);
                if (_running)
                {
                    return mine.Task;
                }

                _running = true;
            }

            _ = ServeAsync(advance);
            return mine.Task;
        }

        private async Task ServeAsync(Func<int, Task<long>> advance)
        {
            while (NextGroup() is { } group)
            {
                try
                {
                    var first = await advance(group.Count);
                    for (var n = 0; n < group.Count; n++)
                    {
                        group[n].SetResult(first + n);
                    }
                }
                catch (Exception e) // The batch boundary: each waiter gets the fault, the next group its own try.
                {
                    group.ForEach(waiter => waiter.TrySetException(e));
                }
            }
        }

        private List<TaskCompletionSource<long>>? NextGroup()
        {
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _running = false;
                    return null;
                }

                var group = _waiting;
                _waiting = [];
                return group;
            }
        }
    }
}
