using System.Collections.Concurrent;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// Threads that wait for the disk. A flush holds its thread for milliseconds: on the pool, which has one thread per core, it would stop the
/// requests; and a thread made for each file costs as much as writing it.
/// </summary>
internal static class FlushThreads
{
    private const int Threads = 16; // Flushes that wait together share one write of the journal.

    private static readonly BlockingCollection<Task> Waiting = [];

    static FlushThreads()
    {
        for (var n = 0; n < Threads; n++)
        {
            new Thread(Work) { IsBackground = true, Name = "Blob flush" }.Start();
        }
    }

    /// <summary>Faults of the action are faults of the task.</summary>
    public static Task RunAsync(Action action)
    {
        var flush = new Task(action);
        Waiting.Add(flush);
        return flush;
    }

    private static void Work()
    {
        foreach (var flush in Waiting.GetConsumingEnumerable())
        {
            flush.RunSynchronously(TaskScheduler.Default);
        }
    }
}
