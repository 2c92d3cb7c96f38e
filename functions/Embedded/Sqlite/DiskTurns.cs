namespace PublicAdmin.Embedded.Sqlite;

/// <summary>
/// Whose turn at the disk it is: a commit, for which somebody waits, goes before the next slice of a large file. Both would share the disk's queue, and a
/// commit behind four megabytes takes as long as they do.
/// </summary>
internal sealed class DiskTurns
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20); // Then a slice goes in between: files get on in the longest rush.

    private readonly object _gate = new(); // Waited on, which a Lock cannot be.
    private bool _committing;

    public void Begin()
    {
        lock (_gate)
        {
            _committing = true;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _committing = false;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Blocks its thread while a commit is on its way to the disk.</summary>
    public void AwaitCommit()
    {
        lock (_gate)
        {
            if (_committing)
            {
                Monitor.Wait(_gate, Longest);
            }
        }
    }
}
