using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>The file beside the database in which every page stands as it was written, also those that were written over since.</summary>
internal sealed class WriteAheadLog(SqliteDatabase database) : IStoreTraces
{
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<bool> TryWipeAsync(CancellationToken ct)
    {
        for (var tried = 1; !database.TryEmptyLog(); tried++)
        {
            if (tried == Tries)
            {
                return false;
            }

            await Task.Delay(Pause * tried, ct);
        }

        return true;
    }

    /// <summary>Moves all of it into the database and cuts it to nothing.</summary>
    /// <returns>False when a reader still needs it, and when the disk is full or gone: what is committed stands in it, and the next start reads it.</returns>
    public static bool TryEmpty(SqliteConnection connection)
    {
        try
        {
            return Empty(connection);
        }
        catch (SqliteFault)
        {
            return false;
        }
    }

    private static bool Empty(SqliteConnection connection)
    {
        connection.Execute("PRAGMA busy_timeout = 1000"); // Who writes waits meanwhile, and ten seconds at most.
        var statement = connection.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        var emptied = statement.Step() && statement.Number(0) == 0;
        statement.Reset();
        connection.Execute("PRAGMA busy_timeout = 10000");
        return emptied;
    }
}
