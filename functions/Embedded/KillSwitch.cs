using System.Diagnostics;

namespace PublicAdmin.Embedded;

/// <summary>
/// Proves that dying loses nothing. Every durable operation has two steps: just before it begins and just after it is on the disk.
/// With the setting <c>Embedded:DieAt</c> the process kills itself at its n-th step, as <c>kill -9</c> would.
/// </summary>
/// <param name="die">Ends everything; called at each step from the chosen one on, so that nothing is written after it.</param>
internal sealed class KillSwitch(Action die)
{
    private int _left = int.MaxValue;

    public static KillSwitch OfThisProcess(int steps)
    {
        var killSwitch = new KillSwitch(KillThisProcess);
        killSwitch.DieAt(steps);
        return killSwitch;
    }

    /// <param name="step">1 for the next one.</param>
    public void DieAt(int step) => Volatile.Write(ref _left, step);

    public async Task<T> GuardAsync<T>(Func<Task<T>> operation)
    {
        Step();
        var value = await operation();
        Step();
        return value;
    }

    private void Step()
    {
        if (Interlocked.Decrement(ref _left) <= 0)
        {
            die();
        }
    }

    private static void KillThisProcess()
    {
        Process.GetCurrentProcess().Kill();
#pragma warning disable RS0030 // The signal may take a moment; nothing may happen in it, and no clock counts any more.
        Thread.Sleep(Timeout.Infinite);
#pragma warning restore RS0030
    }
}
