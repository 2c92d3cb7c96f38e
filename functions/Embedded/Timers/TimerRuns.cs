using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Embedded.Timers;

/// <summary>Up to when each timer has run, so that a run missed while the office was closed is noticed.</summary>
internal sealed class TimerRuns(SqliteDatabase database)
{
    /// <summary>Null when the timer has never run.</summary>
    public DateTimeOffset? Last(string timer) => database.Read(timer, static (connection, name) =>
    {
        var statement = connection.Prepare("SELECT Due FROM TimerRuns WHERE Name = ?").Bind(1, name);
        DateTimeOffset? last = statement.Step() ? DateTimeOffset.FromUnixTimeMilliseconds(statement.Number(0)) : null;
        statement.Reset();
        return last;
    });

    public Task RememberAsync(string timer, DateTimeOffset run) => database.WriteAsync(connection => connection
        .Prepare("INSERT INTO TimerRuns (Name, Due) VALUES (?, ?) ON CONFLICT DO UPDATE SET Due = excluded.Due")
        .Bind(1, timer).Bind(2, run.ToUnixTimeMilliseconds()).Run());
}
