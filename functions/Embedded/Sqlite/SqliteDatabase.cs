using System.Collections.Concurrent;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>The one file that holds tables and queues: one writer, and a connection for every reader there is at once.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly KillSwitch? _killSwitch;

    public SqliteDatabase(string path, KillSwitch? killSwitch = null)
    {
        (_path, _killSwitch, _lock) = (path, killSwitch, Lock(path));
        IsLookedThrough = new FileInfo(path) is not { Exists: true, Length: > DatabaseDamage.LongestAtOnce };
        try
        {
            var connection = OpenFitting(path);
            Numbers = new SqliteNumbers(connection);
            _writer = new SqliteWriter(connection, Turns);
        }
        catch (SqliteFault fault) when (DatabaseDamage.Is(fault))
        {
            _lock.Dispose();
            throw FolderLostException.OfDamage(Path.GetDirectoryName(path)!, fault);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Whether the whole file was looked through when it was opened.</summary>
    public bool IsLookedThrough { get; }

    /// <summary>Row tags and message numbers.</summary>
    public SqliteNumbers Numbers { get; }

    /// <summary>Who else writes to the same disk asks here first.</summary>
    public DiskTurns Turns { get; } = new();

    /// <summary>Runs the work inside a transaction and answers when it is on the disk.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work) =>
        _killSwitch is null ? _writer.RunAsync(work) : _killSwitch.GuardAsync(() => _writer.RunAsync(work));

    /// <summary>Reads what is committed. A read takes microseconds, so it happens on the caller's thread.</summary>
    public T Read<TArgument, T>(TArgument argument, Func<SqliteConnection, TArgument, T> read)
    {
        if (!_readers.TryTake(out var connection))
        {
            connection = Open(cacheKibibytes: 1_000); // Each commit of the writer empties it anyway.
        }

        // After a fault the connection is not given back: its statements may be in the middle of something.
        var value = read(connection, argument);
        _readers.Add(connection);
        return value;
    }

    /// <summary>Empties the write-ahead log.</summary>
    /// <returns>False when a reader still needs it.</returns>
    public bool TryEmptyLog()
    {
        using var connection = new SqliteConnection(_path); // The writer's is in a transaction whenever it can be asked for something.
        return WriteAheadLog.TryEmpty(connection);
    }

    public void Dispose()
    {
        _writer.Dispose();
        while (_readers.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _lock.Dispose();
    }

    // What waits in queues, and in which order, is known in memory: two offices on one folder would each deliver everything.
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new FolderInUseException(Path.GetDirectoryName(path)!, taken);
        }
    }

    private SqliteConnection OpenFitting(string path)
    {
        var connection = Open(cacheKibibytes: 16_000);
        var maker = LayoutVersion.Of(connection);
        if (maker > LayoutVersion.Own || !SqliteSchema.Fits(connection))
        {
            connection.Dispose();
            throw new OtherVersionException(Path.GetDirectoryName(path)!, maker);
        }

        if (IsLookedThrough && !DatabaseDamage.IsWhole(connection))
        {
            connection.Dispose();
            throw FolderLostException.OfDamage(Path.GetDirectoryName(path)!);
        }

        connection.Execute(SqliteSchema.Sql);
        LayoutVersion.Note(connection);
        WriteAheadLog.TryEmpty(connection); // A process that was killed left it as it was.
        return connection;
    }

    private SqliteConnection Open(int cacheKibibytes)
    {
        var connection = new SqliteConnection(_path);
        connection.Execute($"""
            PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{cacheKibibytes};
            PRAGMA secure_delete = ON; /* What is deleted is written over: an erased dossier leaves nothing in free pages. */
            """);
        return connection;
    }
}

/// <summary>Another process has its office open on the same folder.</summary>
internal sealed class FolderInUseException(string folder, Exception inner) : Exception(
    $"Thư mục {folder} đang được một tiến trình khác sử dụng. Another process has the office open on this folder.", inner);

/// <summary>The folder was filled by a version of the office that laid its tables out otherwise, or by a later one, whose rows this one may not know.</summary>
/// <param name="folder">The folder of the office.</param>
/// <param name="maker">Which version; null for one that did not say.</param>
internal sealed class OtherVersionException(string folder, Version? maker) : Exception(
    $"Thư mục {folder} do phiên bản {maker?.ToString() ?? "khác"} tạo ra, phiên bản {LayoutVersion.Own} này không đọc được. "
        + $"Version {maker?.ToString() ?? "?"} made the data in this folder, which this one, {LayoutVersion.Own}, cannot read: "
        + "run that version, or name a new folder.");
