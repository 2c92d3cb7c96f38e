using SQLitePCL;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>A connection that remembers its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    static SqliteConnection() => Batteries_V2.Init();

    public SqliteConnection(string path)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        Check(raw.sqlite3_open_v2(path, out _handle, Flags, null));
        _ = raw.sqlite3_busy_timeout(_handle, 10_000);
    }

    /// <summary>False too once SQLite has rolled back by itself, as it does when the disk is full.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) is 0;

    /// <summary>Runs statements that are not worth keeping.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
            _statements[sql] = statement = new SqliteStatement(_handle, handle);
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _handle.Dispose();
    }

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
        {
            throw SqliteFault.Of(_handle, result);
        }
    }
}
