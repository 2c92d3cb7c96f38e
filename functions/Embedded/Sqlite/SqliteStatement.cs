using System.Text;
using SQLitePCL;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>A prepared statement. Bind, step, read, reset; used by one thread at a time.</summary>
internal sealed class SqliteStatement(sqlite3 connection, sqlite3_stmt handle) : IDisposable
{
    /// <summary>Parameters count from 1, as in SQL.</summary>
    public SqliteStatement Bind(int index, ReadOnlySpan<byte> text)
    {
        // An empty span has no address and would be bound as NULL.
        _ = text.IsEmpty ? raw.sqlite3_bind_text(handle, index, "") : raw.sqlite3_bind_text(handle, index, text);
        return this;
    }

    public SqliteStatement Bind(int index, string? text)
    {
        _ = text is null ? raw.sqlite3_bind_null(handle, index) : raw.sqlite3_bind_text(handle, index, text);
        return this;
    }

    public SqliteStatement Bind(int index, long? number)
    {
        _ = number is { } value ? raw.sqlite3_bind_int64(handle, index, value) : raw.sqlite3_bind_null(handle, index);
        return this;
    }

    public SqliteStatement BindBlob(int index, ReadOnlySpan<byte> blob)
    {
        _ = blob.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, blob);
        return this;
    }

    public SqliteStatement BindBlobOrNull(int index, byte[]? blob) => blob is null ? Bind(index, (long?)null) : BindBlob(index, blob);

    /// <returns>True while there is a row to read.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is raw.SQLITE_ROW)
        {
            return true;
        }

        _ = raw.sqlite3_reset(handle);
        return result is raw.SQLITE_DONE ? false : throw SqliteFault.Of(connection, result);
    }

    /// <returns>How many rows were written.</returns>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(connection);
    }

    /// <summary>Columns count from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public long? NumberOrNull(int column) => raw.sqlite3_column_type(handle, column) is raw.SQLITE_NULL ? null : Number(column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => raw.sqlite3_column_type(handle, column) is raw.SQLITE_NULL ? null : Text(column);

    /// <summary>The bytes of a text or blob; good until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();
}

/// <summary>SQLite could not do what it was told: disk full, file damaged, or a mistake in our SQL.</summary>
internal sealed class SqliteFault(int code, string message) : Exception($"SQLite {code}: {message}")
{
    public int Code { get; } = code;

    public static SqliteFault Of(sqlite3 connection, int code) => new(code, raw.sqlite3_errmsg(connection).utf8_to_string());
}
