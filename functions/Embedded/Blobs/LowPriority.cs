using System.Runtime.InteropServices;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>Work nobody waits for leaves the processor to work somebody does. Linux knows this for each thread, but .NET does not ask for it there.</summary>
internal static class LowPriority
{
    // A third of a usual thread's share while both want the processor. Much less, and one of these could be stopped while it holds what others wait for.
    private const int Steps = 5;

    /// <summary>Where the system refuses, the thread stays as it is.</summary>
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
