namespace PublicAdmin.Embedded;

/// <summary>One piece of work for the writer thread, and the one who waits for it.</summary>
internal abstract class SqliteWork
{
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
    private Exception? _fault;
    private T? _value;

    public Task<T> Answer => _answer.Task;

    public override bool TryRun(SqliteConnection connection)
    {
        try
        {
            _fault = null; // It may be the second time.
            _value = run(connection);
        }
        catch (Exception fault)
        {
            // Told to the one who asked; the others in the transaction go on.
            _fault = fault;
        }

        return _fault is null;
    }

    public override void Fail(Exception fault) => _fault = fault;

    public override void Settle()
    {
        if (_fault is null)
        {
            _answer.SetResult(_value!);
        }
        else
        {
            _answer.SetException(_fault);
        }
    }
}
