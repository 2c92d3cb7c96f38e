using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>
/// Duplicate detection. Ids of the present stretch of time lie in one table, those of the stretch before in the other; when a
/// stretch begins, the older table is emptied at a stroke, which is much cheaper than deleting ids one by one. An id lies there as a
/// digest of itself and its queue.
/// Used by the writer thread only.
/// </summary>
internal sealed class SeenMessages
{
    private static readonly long Stretch = (long)Queues.All.Max(queue => queue.DuplicateWindow).TotalMilliseconds;
    private long _present = -1;

    /// <summary>When the newest message was sent, in milliseconds since 1970; 0 when none is remembered.</summary>
    public static long Newest(SqliteConnection connection)
    {
        var statement = connection.Prepare("SELECT MAX((SELECT COALESCE(MAX(At), 0) FROM SeenEven), (SELECT COALESCE(MAX(At), 0) FROM SeenOdd))");
        var newest = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return newest;
    }

    /// <summary>Remembers the id.</summary>
    /// <returns>False when it was seen within the queue's window.</returns>
    public bool IsNew(SqliteConnection connection, QueueDefinition queue, string id, long now)
    {
        var since = now - (long)queue.DuplicateWindow.TotalMilliseconds;
        var stretch = now / Stretch;
        var (present, before) = stretch % 2 == 0 ? ("SeenEven", "SeenOdd") : ("SeenOdd", "SeenEven");
        if (stretch != _present)
        {
            Forget(connection, present, stretch * Stretch);
            _present = stretch;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{queue.Name}|{id}"))[..16];
        return !Knows(connection, before, digest, since) && Remember(connection, present, digest, now, since);
    }

    private static void Forget(SqliteConnection connection, string table, long from)
    {
        var statement = connection.Prepare($"SELECT At < ? FROM {table} LIMIT 1").Bind(1, from);
        var old = statement.Step() && statement.Number(0) == 1;
        statement.Reset();
        if (old)
        {
            connection.Execute($"DELETE FROM {table}");
        }
    }

    private static bool Knows(SqliteConnection connection, string table, byte[] id, long since)
    {
        var statement = connection.Prepare($"SELECT At > ? FROM {table} WHERE Id = ?").Bind(1, since).BindBlob(2, id);
        var known = statement.Step() && statement.Number(0) == 1;
        statement.Reset();
        return known;
    }

    private static bool Remember(SqliteConnection connection, string table, byte[] id, long now, long since) => connection
        .Prepare($"INSERT INTO {table} (Id, At) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET At = excluded.At WHERE At <= ?3")
        .BindBlob(1, id).Bind(2, now).Bind(3, since).Run() == 1;
}
