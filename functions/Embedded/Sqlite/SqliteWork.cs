namespace PublicAdmin.Embedded.Sqlite;

/// <summary>One piece of work for the writer thread, and the one who waits for it.</summary>
internal abstract class SqliteWork
{
    /// <summary>What the work threw; null when it went well.</summary>
    public Exception? Fault { get; protected set; }

    /// <returns>False when the work threw and its savepoint must be rolled back.</returns>
    public abstract bool TryRun(SqliteConnection connection);

    /// <summary>The transaction round the work failed.</summary>
    public abstract void Fail(Exception fault);

    /// <summary>Lets the waiting one go on, with the value or the fault.</summary>
    public abstract void Settle();
}

internal sealed class SqliteWork<T>(Func<SqliteConnection, T> run) : SqliteWork
{
    // Else the waiting one would go on inside the writer thread.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Answer => _answer.Task;

    public override bool TryRun(SqliteConnection connection)
    {
        try
        {
            Fault = null; // It may be the second time.
            _value = run(connection);
        }
        catch (Exception fault)
        {
            // Told to the one who asked; the others in the transaction go on.
            Fault = fault;
        }

        return Fault is null;
    }

    public override void Fail(Exception fault) => Fault = fault;

    public override void Settle()
    {
        if (Fault is null)
        {
            _answer.SetResult(_value!);
        }
        else
        {
            _answer.SetException(Fault);
        }
    }
}
