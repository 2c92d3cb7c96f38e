namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// Threads that wait for the disk. A flush holds its thread for milliseconds: on the pool, which has one thread per core, it would stop the
/// requests; and a thread made for each file costs as much as writing it. An idle one sleeps at once: those of a blocking collection
/// spin first, sixteen of them, which took as much of a small machine as the flushes themselves.
/// </summary>
internal static class FlushThreads
{
    private const int Threads = 16; // Flushes that wait together share one write of the journal.

    private static readonly Queue<Task> Waiting = new();

    static FlushThreads()
    {
        for (var n = 0; n < Threads; n++)
        {
            new Thread(Work) { IsBackground = true, Name = "Blob flush" }.Start();
        }
    }

    /// <summary>Faults of the function are faults of the task.</summary>
    public static Task<T> RunAsync<T>(Func<T> function)
    {
        var flush = new Task<T>(function);
        lock (Waiting)
        {
            Waiting.Enqueue(flush);
            Monitor.Pulse(Waiting);
        }

        return flush;
    }

    private static void Work()
    {
        while (true)
        {
            Next().RunSynchronously(TaskScheduler.Default);
        }
    }

    private static Task Next()
    {
        lock (Waiting)
        {
            while (Waiting.Count == 0)
            {
                Monitor.Wait(Waiting);
            }

            return Waiting.Dequeue();
        }
    }
}
