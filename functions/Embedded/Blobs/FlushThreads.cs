using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// Threads that wait for the disk. A flush holds its thread for milliseconds: on the pool, which has one thread per core, it would stop the
/// requests; and a thread made for each file costs as much as writing it. An idle one sleeps at once: those of a blocking collection
/// spin first, sixteen of them, which took as much of a small machine as the flushes themselves.
/// </summary>
internal sealed class FlushThreads
{
    private const int Threads = 16; // Flushes that wait together share one write of the journal.

    private static readonly FlushThreads All = new();

    private readonly Queue<Task> _waiting = new();

    private FlushThreads()
    {
        for (var n = 0; n < Threads; n++)
        {
            new Thread(Work) { IsBackground = true, Name = "Blob flush" }.Start();
        }
    }

    /// <summary>Faults of the function are faults of the task. What takes the disk for long goes to <see cref="LowPriority"/>.</summary>
    public static Task<T> RunAsync<T>(Func<T> function) => All.Enqueue(new Task<T>(function));

    private Task<T> Enqueue<T>(Task<T> flush)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(flush);
            Monitor.Pulse(_waiting);
        }

        return flush;
    }

    private void Work()
    {
        while (true)
        {
            Next().RunSynchronously(TaskScheduler.Default);
        }
    }

    private Task Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                Monitor.Wait(_waiting);
            }

            return _waiting.Dequeue();
        }
    }
}
