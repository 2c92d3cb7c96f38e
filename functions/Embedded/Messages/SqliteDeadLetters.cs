using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>The dead letters of all queues, in one table.</summary>
internal sealed class SqliteDeadLetters(SqliteDatabase database, SqliteQueues queues, TimeProvider clock) : IDeadLetters
{
    public Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, long afterSequence, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(database.Read((queue, afterSequence, limit), static (connection, asked) =>
            MessageRows.Dead(connection, asked.queue, asked.afterSequence, asked.limit)));

    public async Task<bool> ReplayAsync(string queue, long sequence, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var waiting = await database.WriteAsync(connection => MessageRows.Revive(connection, queue, sequence, database.Numbers.Next(), now));
        if (waiting is not null)
        {
            queues.Enter(queue, waiting);
        }

        return waiting is not null;
    }
}
