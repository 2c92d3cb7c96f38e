using System.Runtime;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>What this process has used since it began, for load tests that count work instead of time.</summary>
/// <param name="Processor">Milliseconds of processor time, of all cores together.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Pause">Milliseconds all threads stood still for the garbage collector.</param>
/// <param name="Compiling">Milliseconds of the just-in-time compiler.</param>
/// <param name="WorkItems">Pieces of work the thread pool finished.</param>
/// <param name="Contentions">Times a thread waited for a lock.</param>
internal sealed record ProcessCounters(
    double Processor, double Allocated, double Gen0, double Gen1, double Gen2, double Pause, double Compiling, double WorkItems, double Contentions)
{
    public static ProcessCounters Read() => new(
        Environment.CpuUsage.TotalTime.TotalMilliseconds,
        GC.GetTotalAllocatedBytes(),
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2),
        GC.GetTotalPauseDuration().TotalMilliseconds,
        JitInfo.GetCompilationTime().TotalMilliseconds,
        ThreadPool.CompletedWorkItemCount,
        Monitor.LockContentionCount);
}
