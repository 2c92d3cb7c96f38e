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
    private static readonly BlockingCollection<Action> Done = [];

    static LowPriority() => new Thread(() =>
    {
        foreach (var done in Done.GetConsumingEnumerable())
        {
            done();
        }
    })
    { IsBackground = true, Name = "Low priority done" }.Start();

    /// <summary>Runs it on a thread of its own. Faults of the work are faults of the task.</summary>
    public static async Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            TakeForThisThread();
            var task = new Task<T>(work);
            task.RunSynchronously(TaskScheduler.Default);
            Done.Add(() => done.SetResult(task));
        })
        { IsBackground = true, Name = "Low priority" }.Start();
        return await await done.Task;
    }

    /// <summary>For a thread that does nothing else, ever. Where the system refuses, it stays as it is.</summary>
    public static void TakeForThisThread()
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
