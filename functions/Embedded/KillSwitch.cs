using System.Diagnostics;

namespace PublicAdmin.Embedded;

/// <summary>
/// Proves that dying loses nothing: with the setting <c>Embedded:DieAt</c> the process kills itself, as <c>kill -9</c> would, at its
/// n-th step. Every durable operation has two steps: just before it begins and just after it is on the disk.
/// </summary>
internal sealed class KillSwitch(int dieAt)
{
    private int _steps;

    public async Task<T> GuardAsync<T>(Func<Task<T>> operation)
    {
        Step();
        var value = await operation();
        Step();
        return value;
    }

    private void Step()
    {
        if (Interlocked.Increment(ref _steps) == dieAt)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite); // The signal may take a moment; nothing may happen in it.
        }
    }
}
