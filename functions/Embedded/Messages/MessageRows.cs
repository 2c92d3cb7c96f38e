using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>How messages and dead letters lie in their two tables.</summary>
internal static class MessageRows
{
    public static void Insert(SqliteConnection connection, QueueMessage message, WaitingMessage waiting) => connection
        .Prepare("INSERT INTO Messages (Sequence, Queue, Id, Session, Body, Due, Deliveries) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .Bind(1, waiting.Sequence).Bind(2, message.Queue).Bind(3, message.Id).Bind(4, message.Session).Bind(5, message.Body)
        .Bind(6, waiting.Due).Bind(7, waiting.Deliveries).Run();

    public static int Delete(SqliteConnection connection, long sequence) =>
        connection.Prepare("DELETE FROM Messages WHERE Sequence = ?").Bind(1, sequence).Run();

    public static int CountDelivery(SqliteConnection connection, WaitingMessage message) => connection
        .Prepare("UPDATE Messages SET Deliveries = ? WHERE Sequence = ?").Bind(1, message.Deliveries).Bind(2, message.Sequence).Run();

    public static string Body(SqliteConnection connection, long sequence)
    {
        var statement = connection.Prepare("SELECT Body FROM Messages WHERE Sequence = ?").Bind(1, sequence);
        var body = statement.Step() ? statement.Text(0) : throw new InvalidOperationException($"Message {sequence} has no row.");
        statement.Reset();
        return body;
    }

    /// <summary>Everything that waits. What was due may have been delivered once without a word of it on the disk.</summary>
    public static List<(string Queue, WaitingMessage Message)> ReadAll(SqliteConnection connection, long now)
    {
        List<(string, WaitingMessage)> all = [];
        for (var row = connection.Prepare("SELECT Queue, Sequence, Id, Session, Due, Deliveries FROM Messages"); row.Step();)
        {
            all.Add((row.Text(0),
                new WaitingMessage(row.Number(1), row.Text(2), row.TextOrNull(3), row.Number(4), Math.Max((int)row.Number(5), row.Number(4) <= now ? 1 : 0))));
        }

        return all;
    }

    public static int Bury(SqliteConnection connection, WaitingMessage message, string reason, string description, long now)
    {
        connection
            .Prepare("""
                INSERT INTO DeadLetters (Sequence, Queue, Id, Session, Body, Deliveries, Reason, Description, Since)
                SELECT Sequence, Queue, Id, Session, Body, ?2, ?3, ?4, ?5 FROM Messages WHERE Sequence = ?1
                """)
            .Bind(1, message.Sequence).Bind(2, message.Deliveries).Bind(3, reason).Bind(4, description).Bind(5, now).Run();
        return Delete(connection, message.Sequence);
    }

    public static List<DeadLetter> Dead(SqliteConnection connection, string queue, long after, int limit)
    {
        List<DeadLetter> dead = [];
        var row = connection
            .Prepare("""
                SELECT Sequence, Id, Session, Body, Deliveries, Reason, Description, Since FROM DeadLetters
                WHERE Queue = ? AND Sequence > ? ORDER BY Sequence LIMIT ?
                """)
            .Bind(1, queue).Bind(2, after).Bind(3, limit);
        while (row.Step())
        {
            dead.Add(new DeadLetter(
                queue, row.Number(0), row.Text(1), row.TextOrNull(2), row.Text(3), (int)row.Number(4), row.Text(5), row.Text(6),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Number(7))));
        }

        return dead;
    }

    /// <returns>The message alive again, or null when there is no such dead letter.</returns>
    public static WaitingMessage? Revive(SqliteConnection connection, string queue, long sequence, long number, long now)
    {
        var dead = Dead(connection, queue, sequence - 1, 1).SingleOrDefault(letter => letter.Sequence == sequence);
        if (dead is null)
        {
            return null;
        }

        var waiting = new WaitingMessage(number, dead.Id, dead.Session, now, 0);
        Insert(connection, new QueueMessage(queue, dead.Id, dead.Body, dead.Session), waiting);
        connection.Prepare("DELETE FROM DeadLetters WHERE Sequence = ?").Bind(1, sequence).Run();
        return waiting;
    }
}
