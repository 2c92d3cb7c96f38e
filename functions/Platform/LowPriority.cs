using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace PublicAdmin.Platform;

/// <summary>
/// Work nobody waits for leaves the processor to work somebody does: it has threads of its own, never those requests need, and a smaller share of the
/// processor. Linux knows such a share for each thread, but .NET does not ask for it there.
/// </summary>
public static class LowPriority
{
    // A third of a usual thread's share while both want the processor. Much less, and one of these could be stopped while it holds what others wait for.
    private const int Steps = 5;

    // Whoever waits for such work goes on from here: a thread of low priority would hand its own on to every thread of the pool it makes.
    private static readonly BlockingCollection<Action> Done = Performed("Low priority done", low: false);

    private static readonly BlockingCollection<Action> Waiting = Performed("Low priority, in turn", low: true);

    /// <summary>Runs it on a thread of its own. Faults of the work are faults of the task.</summary>
    public static Task<T> RunAsync<T>(Func<T> work) => RunAsync(work, static run => Begin("Low priority", low: true, run));

    /// <summary>
    /// One such piece of work after another: a flood of them is one stream to the disk and the least of one processor. For what takes milliseconds:
    /// on the pool, which has a thread per core, a few of them stop every request.
    /// </summary>
    public static Task<T> InTurnAsync<T>(Func<T> work) => RunAsync(work, Waiting.Add);

    private static async Task<T> RunAsync<T>(Func<T> work, Action<Action> start)
    {
        var done = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        start(() =>
        {
            var task = new Task<T>(work);
            task.RunSynchronously(TaskScheduler.Default);
            Done.Add(() => done.SetResult(task));
        });
        return await await done.Task;
    }

    private static BlockingCollection<Action> Performed(string name, bool low)
    {
        var actions = new BlockingCollection<Action>();
        Begin(name, low, () =>
        {
            foreach (var action in actions.GetConsumingEnumerable())
            {
                action();
            }
        });
        return actions;
    }

    private static void Begin(string name, bool low, Action run) => new Thread(() =>
    {
        if (low)
        {
            TakeForThisThread();
        }

        run();
    })
    { IsBackground = true, Name = name }.Start();

    /// <summary>For a thread that does nothing else, ever. Where the system refuses, it stays as it is.</summary>
    private static void TakeForThisThread()
    {
        if (OperatingSystem.IsLinux())
        {
            const int ThisThread = 0; // On Linux "process 0" is the calling thread.
            _ = setpriority(0, ThisThread, getpriority(0, ThisThread) + Steps);
        }
        else if (OperatingSystem.IsWindows())
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal; // Elsewhere it would be the whole process.
        }
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Two plain calls of libc under their own names.
    [DllImport("libc")]
    private static extern int getpriority(int which, int who);

    [DllImport("libc")]
    private static extern int setpriority(int which, int who, int priority);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
