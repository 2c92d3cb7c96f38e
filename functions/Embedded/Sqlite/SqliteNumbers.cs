namespace PublicAdmin.Embedded.Sqlite;

/// <summary>Numbers that only ever grow, over all restarts: a block is taken on disk, then handed out from memory.</summary>
internal sealed class SqliteNumbers
{
    internal const long Block = 1L << 38;
    private long _last;

    /// <summary>Everything numbered before this start is smaller.</summary>
    public long First { get; }

    /// <summary>Each start takes a block, so that 2^25 starts with 2^38 numbers each fit in a <see cref="long"/>.</summary>
    public SqliteNumbers(SqliteConnection connection)
    {
        var statement = connection.Prepare("UPDATE Numbers SET Start = Start + 1 RETURNING Start");
        statement.Step();
        _last = First = statement.Number(0) * Block;
        statement.Step();
    }

    public long Next() => Interlocked.Increment(ref _last);
}
