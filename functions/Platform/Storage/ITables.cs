namespace PublicAdmin.Platform.Storage;

/// <summary>Azure Table Storage as this system uses it. Names are those of <see cref="Tables"/>.</summary>
public interface ITables
{
    ITable this[string name] { get; }
}

/// <summary>
/// One table: point reads, scans within a partition, and all-or-nothing batches within a partition.
/// Both editions refuse what Azure would refuse (<see cref="TableLimits"/>).
/// </summary>
public interface ITable
{
    Task<TableRow?> FindAsync(string partition, string key, CancellationToken ct);

    /// <param name="range">Which keys.</param>
    /// <param name="limit">1 to 1,000 rows.</param>
    Task<RowPage> ScanAsync(RowRange range, int limit, CancellationToken ct);

    /// <summary>The whole table by partition and key: for copies and for asking whether it is empty. Nothing a request may wait for.</summary>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">1 to 1,000 rows.</param>
    /// <param name="ct">Cancels.</param>
    Task<RowPage> WalkAsync(TableRow? after, int limit, CancellationToken ct);

    /// <summary>Writes all changes or none, durably, and answers the new tag of each row (empty for a deletion).</summary>
    /// <exception cref="StaleRowException">A row existed, was missing or had changed; nothing was written.</exception>
    /// <exception cref="RowRefusedException">The batch breaks a limit of Azure Tables; nothing was written.</exception>
    Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<RowChange> changes, CancellationToken ct);
}

public static class TableReading
{
    /// <summary>Every row of a range, page after page.</summary>
    public static async IAsyncEnumerable<TableRow> ReadAllAsync(
        this ITable table, RowRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var next = range; ;)
        {
            var page = await table.ScanAsync(next, TableLimits.MaxPage, ct);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (!page.More)
            {
                yield break;
            }

            next = range.After(page.Rows[^1].Key);
        }
    }
}

public static class TableDeleting
{
    /// <summary>Deletes rows of one partition, whoever wrote them since they were read.</summary>
    /// <exception cref="StaleRowException">One is gone already: what was deleted before it stays deleted.</exception>
    public static async Task DeleteAllAsync(this ITable table, IEnumerable<TableRow> rows, CancellationToken ct)
    {
        foreach (var batch in rows.Chunk(TableLimits.MaxChanges))
        {
            await table.WriteAsync([.. batch.Select(row => RowChange.Delete(row.Partition, row.Key))], ct);
        }
    }

    /// <summary>Deletes a row; gone already is as good, and so is one that was written since it was read with <paramref name="tag"/>.</summary>
    /// <param name="table">Where it lies.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="key">Its key.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="tag">As it was read, where one that was written since is to stay.</param>
    public static async Task DropAsync(this ITable table, string partition, string key, CancellationToken ct, string? tag = null)
    {
        try
        {
            await table.WriteAsync([RowChange.Delete(partition, key, tag)], ct);
        }
        catch (StaleRowException)
        {
        }
    }
}

public static class TableWalking
{
    /// <summary>Every row of a table, page after page.</summary>
    public static async IAsyncEnumerable<TableRow> WalkAllAsync(
        this ITable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        TableRow? last = null;
        for (var more = true; more;)
        {
            var page = await table.WalkAsync(last, TableLimits.MaxPage, ct);
            foreach (var row in page.Rows)
            {
                yield return last = row;
            }

            more = page.More;
        }
    }
}

/// <summary>Another writer came first: a row existed already, was gone, or carried another tag. Nothing was written.</summary>
public sealed class StaleRowException : Exception
{
    public StaleRowException()
    {
    }

    public StaleRowException(string message)
        : base(message)
    {
    }

    public StaleRowException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>The batch breaks a limit of Azure Tables: a fault of ours, since callers' input is measured before.</summary>
public sealed class RowRefusedException : Exception
{
    public RowRefusedException()
    {
    }

    public RowRefusedException(string message)
        : base(message)
    {
    }

    public RowRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
