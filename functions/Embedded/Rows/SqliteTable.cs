using System.Globalization;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Rows;

/// <summary>A table as Azure would keep it: keys in ordinal order, a tag per row that no later row ever carries again.</summary>
internal sealed class SqliteTable(string name, SqliteDatabase database, ColumnNames columns) : ITable
{
    private readonly RowCodec _codec = new(columns);
    private readonly string _find = $"SELECT Tag, Body FROM {name} WHERE Partition = ? AND Key = ?";
    private readonly string _scan = $"SELECT Key, Tag, Body FROM {name} WHERE Partition = ? AND Key >= ? ORDER BY Key";
    private readonly string _walk = $"SELECT Partition, Key, Tag, Body FROM {name} WHERE (Partition, Key) > (?, ?) ORDER BY Partition, Key LIMIT ?";
    private readonly string _insert = $"INSERT INTO {name} (Partition, Key, Tag, Body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    private readonly string _replace = $"UPDATE {name} SET Tag = ?3, Body = ?4 WHERE Partition = ?1 AND Key = ?2 AND (?5 IS NULL OR Tag = ?5)";
    private readonly string _delete =
        $"DELETE FROM {name} WHERE Partition = ?1 AND Key = ?2 AND (?5 IS NULL OR Tag = ?5) AND ?3 IS NOT NULL AND ?4 IS NOT NULL";
    private readonly string _upsert =
        $"INSERT INTO {name} (Partition, Key, Tag, Body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET Tag = excluded.Tag, Body = excluded.Body";

    public Task<TableRow?> FindAsync(string partition, string key, CancellationToken ct) =>
        Task.FromResult(database.Read((Table: this, Partition: partition, Key: key), static (connection, asked) =>
            asked.Table.Find(connection, asked.Partition, asked.Key)));

    public Task<RowPage> ScanAsync(RowRange range, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, TableLimits.MaxPage);
        return Task.FromResult(database.Read((Table: this, Range: range, Limit: limit), static (connection, asked) =>
            asked.Table.Scan(connection, asked.Range, asked.Limit)));
    }

    public Task<RowPage> WalkAsync(TableRow? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, TableLimits.MaxPage);
        return Task.FromResult(database.Read((Table: this, After: after, Limit: limit), static (connection, asked) =>
            asked.Table.Walk(connection, asked.After, asked.Limit)));
    }

    public async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await database.WriteAsync(await WorkOfAsync(changes));
    }

    /// <summary>The write as a piece of work for the writer's thread, alone or beside others.</summary>
    public async ValueTask<Func<SqliteConnection, IReadOnlyList<string>>> WorkOfAsync(IReadOnlyList<RowChange> changes)
    {
        TableLimits.Check(changes);
        await columns.KnowAsync(changes.SelectMany(change => change.Row.Values.Keys));
        var lines = changes.Select(Line).ToList();
        return connection => lines.ConvertAll(line => Write(connection, line));
    }

    private TableRow? Find(SqliteConnection connection, string partition, string key)
    {
        var statement = connection.Prepare(_find).Bind(1, KeyCodec.Encode(partition)).Bind(2, KeyCodec.Encode(key));
        if (!statement.Step())
        {
            return null;
        }

        var row = new TableRow(partition, key, _codec.Decode(statement.Bytes(1)), TagOf(statement.Number(0)));
        statement.Reset();
        return row;
    }

    private RowPage Scan(SqliteConnection connection, RowRange range, int limit)
    {
        List<TableRow> rows = [];
        var end = range.To is null ? null : KeyCodec.Encode(range.To);
        var more = false;
        var statement = connection.Prepare(_scan).Bind(1, KeyCodec.Encode(range.Partition)).Bind(2, KeyCodec.Encode(range.From));
        while (!more && statement.Step() && (end is null || statement.Bytes(0).SequenceCompareTo(end) < 0))
        {
            var key = KeyCodec.Decode(statement.Bytes(0));
            more = rows.Count == limit;
            if (!more && !(range.Exclusive && key == range.From))
            {
                rows.Add(new TableRow(range.Partition, key, _codec.Decode(statement.Bytes(2)), TagOf(statement.Number(1))));
            }
        }

        statement.Reset();
        return new RowPage(rows, more);
    }

    private RowPage Walk(SqliteConnection connection, TableRow? after, int limit)
    {
        List<TableRow> rows = [];
        var statement = connection.Prepare(_walk).Bind(1, KeyCodec.Encode(after?.Partition ?? "")).Bind(2, KeyCodec.Encode(after?.Key ?? ""))
            .Bind(3, limit + 1);
        while (statement.Step())
        {
            rows.Add(new TableRow(
                KeyCodec.Decode(statement.Bytes(0)), KeyCodec.Decode(statement.Bytes(1)), _codec.Decode(statement.Bytes(3)), TagOf(statement.Number(2))));
        }

        return new RowPage([.. rows.Take(limit)], rows.Count > limit);
    }

    private (string Sql, byte[] Partition, byte[] Key, byte[] Body, long? Tag, RowChange Change) Line(RowChange change) => (
        change.Kind switch
        {
            ChangeKind.Insert => _insert,
            ChangeKind.Replace => _replace,
            ChangeKind.Upsert => _upsert,
            ChangeKind.Delete => _delete,
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, null),
        },
        KeyCodec.Encode(change.Row.Partition),
        KeyCodec.Encode(change.Row.Key),
        _codec.Encode(change.Row.Values),
        change.Kind is ChangeKind.Replace or ChangeKind.Delete && change.Row.Tag is { } tag ? Numbered(tag) : null,
        change);

    private string Write(SqliteConnection connection, (string Sql, byte[] Partition, byte[] Key, byte[] Body, long? Tag, RowChange Change) line)
    {
        var tag = database.Numbers.Next();
        var statement = connection.Prepare(line.Sql).Bind(1, line.Partition).Bind(2, line.Key).Bind(3, tag).BindBlob(4, line.Body);
        var written = (line.Change.Kind is ChangeKind.Replace or ChangeKind.Delete ? statement.Bind(5, line.Tag) : statement).Run();
        return written == 0
            ? throw new StaleRowException($"{line.Change.Kind} in {name}: the row existed, was missing or had changed.")
            : line.Change.Kind is ChangeKind.Delete ? "" : TagOf(tag);
    }

    // A tag comes back from outside: one that is no number is nobody's.
    private static long Numbered(string tag) => long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string TagOf(long tag) => tag.ToString(CultureInfo.InvariantCulture);
}
