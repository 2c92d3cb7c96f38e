using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// Takes facts into the books so that each counts exactly once, whatever dies in between. The new facts are laid beside the old ones; one write
/// of the head makes them count; then every row of the roll-ups is changed by the difference and marked with the number of this roll-up, so that
/// carrying on after a crash changes none twice; last, the new facts take the place of the old.
/// </summary>
public sealed class RollUp(TimeProvider clock)
{
    /// <param name="books">Which.</param>
    /// <param name="facts">As they are now; those the books have already change nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were new or had changed.</returns>
    /// <exception cref="StaleRowException">Another roll-up came first; nothing is lost, the next one finds the rest.</exception>
    public async Task<int> TakeAsync(Books books, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var head = await FinishAsync(books, await books.HeadAsync(ct), ct);
        var before = await BeforeAsync(books, facts, ct);
        var changed = facts.DistinctBy(fact => fact.Code).Where(fact => before.GetValueOrDefault(fact.Code.ToString())?.ToJson() != fact.ToJson()).ToList();
        if (changed.Count is 0)
        {
            return 0;
        }

        var next = head with { Sequence = head.Sequence + 1, Owner = Guid.NewGuid().ToString("N")[..12], Applying = true, RenewedAt = clock.Instant() };
        await books.WriteAsync(changed.Select(fact => RowChange.Upsert(BookRows.ToPending(books.Partition, next, fact))), ct);
        // Nobody has changed a fact since it was read: whoever does moves the head first, and then this write of it fails.
        var begun = await books.MoveHeadAsync(next, ct);
        await ApplyAsync(books, begun, before, changed, ct);
        return changed.Count;
    }

    /// <summary>Carries a roll-up that was broken off to its end, and clears away what one left that never began.</summary>
    public static async Task<BookHead> FinishAsync(Books books, BookHead head, CancellationToken ct)
    {
        if (!head.Applying)
        {
            await ForgetAbandonedAsync(books, head, ct);
            return head;
        }

        var pending = await books.PendingAsync(head, ct);
        return await ApplyAsync(books, head, await BeforeAsync(books, pending, ct), pending, ct);
    }

    private static async Task<BookHead> ApplyAsync(
        Books books, BookHead head, IReadOnlyDictionary<string, Fact> before, IReadOnlyList<Fact> pending, CancellationToken ct)
    {
        await ChangeCellsAsync(books, head.Sequence, before, pending, ct);
        await ReplaceFactsAsync(books, head, pending, ct);
        return await books.MoveHeadAsync(head with { Applying = false }, ct);
    }

    private static async Task<IReadOnlyDictionary<string, Fact>> BeforeAsync(Books books, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<string, Fact>();
        await Parallel.ForEachAsync(facts, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct }, async (fact, token) =>
        {
            if (await books.FindFactAsync(fact.Code.ToString(), token) is { } known)
            {
                found[known.Code.ToString()] = known;
            }
        });
        return found;
    }

    private static async Task ChangeCellsAsync(
        Books books, long sequence, IReadOnlyDictionary<string, Fact> before, IReadOnlyList<Fact> pending, CancellationToken ct)
    {
        var differences = new Dictionary<CellKey, Tally>();
        var contribution = new Contribution(differences);
        foreach (var fact in pending)
        {
            if (before.GetValueOrDefault(fact.Code.ToString()) is { } known)
            {
                contribution.Add(known, -1);
            }

            contribution.Add(fact, 1);
        }

        var touched = differences.Where(cell => !cell.Value.IsEmpty).OrderBy(cell => cell.Key.ToRowKey(), StringComparer.Ordinal).ToList();
        foreach (var chunk in touched.Chunk(TableLimits.MaxChanges))
        {
            var cells = await books.FindCellsAsync(chunk.Select(cell => cell.Key), ct);
            var changes = chunk.Where(cell => cells[cell.Key].Sequence < sequence)
                .Select(cell => Change(books, cell.Key, cells[cell.Key], cell.Value, sequence)).ToList();
            await books.WriteAsync(changes, ct);
        }
    }

    private static RowChange Change(Books books, CellKey key, RollUpCell cell, Tally difference, long sequence)
    {
        var row = BookRows.ToCell(books.Partition, key, new RollUpCell(cell.Tally.Add(difference), sequence, cell.Tag));
        return cell.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row);
    }

    private static Task ReplaceFactsAsync(Books books, BookHead head, IReadOnlyList<Fact> pending, CancellationToken ct) => books.WriteAsync(
        pending.SelectMany(fact => BookRows.ToElsewhere(books.Partition, fact).Select(RowChange.Upsert)
            .Append(RowChange.Upsert(BookRows.ToFact(books.Partition, fact)))
            .Append(RowChange.Delete(books.Partition, BookRows.PendingKey(head, fact.Code.ToString())))),
        ct);

    // Laid down for a roll-up that another one overtook, or that died before it began. One that may still begin has a later number and stays.
    private static async Task ForgetAbandonedAsync(Books books, BookHead head, CancellationToken ct) =>
        await books.WriteAsync((await books.AbandonedAsync(head, ct)).Select(row => RowChange.Delete(row.Partition, row.Key)), ct);
}
