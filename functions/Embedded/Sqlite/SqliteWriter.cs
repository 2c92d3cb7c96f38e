using System.Runtime.ExceptionServices;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>
/// The one thread that writes. Whatever waits when it comes round goes into one transaction and so shares one fsync. When a piece
/// of work is refused, all of it is done over, each piece behind a savepoint, so that the refused one fails alone: savepoints copy
/// every page they touch, and refusals are rare. A caller hears back only after the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DiskTurns _turns;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _arrival = new(initialState: false, spinCount: 0);
    private List<SqliteWork> _waiting = [];
    private bool _closed;

    public SqliteWriter(SqliteConnection connection, DiskTurns turns)
    {
        (_connection, _turns) = (connection, turns);
        _thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>Runs the work inside a transaction and answers when it is on the disk.</summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work)
    {
        var asked = new SqliteWork<T>(work);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(asked);
        }

        _arrival.Set();
        return asked.Answer;
    }

    /// <summary>Finishes what was asked for, then stops.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _arrival.Set();
        _thread.Join();
        WriteAheadLog.TryEmpty(_connection); // Closing does it too, but not while a reader that failed has its connection open.
        _connection.Dispose();
    }

    private void WriteUntilClosed()
    {
        List<SqliteWork> batch = [];
        do
        {
            batch.Clear();
            _arrival.Wait();
            lock (_gate)
            {
                if (!_closed)
                {
                    _arrival.Reset(); // Once closed nobody sets it again, and what waits must still be written.
                }

                (batch, _waiting) = (_waiting, batch);
            }

            Commit(batch);
        }
        while (batch.Count > 0 || !_closed);
    }

    private void Commit(List<SqliteWork> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        _turns.Begin();
        try
        {
            if (!TryCommitTogether(batch))
            {
                CommitApart(batch);
            }
        }
        catch (Exception fault)
        {
            // Disk full or damaged: nobody may believe in a write of this transaction, and the thread must live for the next.
            Rollback();
            batch.ForEach(work => work.Fail(fault));
        }

        _turns.End();
        batch.ForEach(work => work.Settle());
    }

    private bool TryCommitTogether(List<SqliteWork> batch)
    {
        _connection.Prepare("BEGIN IMMEDIATE").Run();
        if (!batch.TrueForAll(work => work.TryRun(_connection)))
        {
            Rollback();
            return false;
        }

        _connection.Prepare("COMMIT").Run();
        return true;
    }

    private void CommitApart(List<SqliteWork> batch)
    {
        _connection.Prepare("BEGIN IMMEDIATE").Run();
        batch.ForEach(RunAlone);
        _connection.Prepare("COMMIT").Run();
    }

    private void RunAlone(SqliteWork work)
    {
        _connection.Prepare("SAVEPOINT work").Run();
        if (!work.TryRun(_connection))
        {
            if (!_connection.InTransaction)
            {
                ExceptionDispatchInfo.Throw(work.Fault!); // The disk is full: the whole transaction is gone, savepoints and all.
            }

            _connection.Prepare("ROLLBACK TO work").Run();
        }

        _connection.Prepare("RELEASE work").Run();
    }

    private void Rollback()
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (SqliteFault)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
