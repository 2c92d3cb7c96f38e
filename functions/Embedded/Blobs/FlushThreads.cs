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

    private static readonly FlushThreads Prompt = new(Threads, "Blob flush", lowPriority: false);

    // One large file after another, behind everything short: a flood of them is one stream to the disk and the least of the processor.
    private static readonly FlushThreads Patient = new(1, "Large blobs", lowPriority: true);

    private readonly Queue<Task> _waiting = new();

    private FlushThreads(int threads, string name, bool lowPriority)
    {
        for (var n = 0; n < threads; n++)
        {
            new Thread(() => Work(lowPriority)) { IsBackground = true, Name = name }.Start();
        }
    }

    /// <summary>Faults of the function are faults of the task.</summary>
    public static Task<T> RunAsync<T>(Func<T> function) => Prompt.Enqueue(new Task<T>(function));

    /// <summary>For what takes the disk and the processor for long.</summary>
    public static async Task<T> RunPatientlyAsync<T>(Func<T> function)
    {
        var done = new TaskCompletionSource<Task<T>>();
        _ = Patient.Enqueue(new Task<bool>(() =>
        {
            var flush = new Task<T>(function);
            flush.RunSynchronously(TaskScheduler.Default);
            _ = RunAsync(() => done.TrySetResult(flush)); // Whoever waits goes on at the usual priority, and so do threads it makes.
            return true;
        }));
        return await await done.Task;
    }

    private Task<T> Enqueue<T>(Task<T> flush)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(flush);
            Monitor.Pulse(_waiting);
        }

        return flush;
    }

    private void Work(bool lowPriority)
    {
        if (lowPriority)
        {
            LowPriority.TakeForThisThread();
        }

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
