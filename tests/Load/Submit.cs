using System.Diagnostics;
using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>POST /api/dossiers, and how long after the last answer every list shows what was filed.</summary>
internal static class Submit
{
    public static async Task MeasureAsync(Bench bench)
    {
        var (filed, before) = (0, CpuTimes.Read(bench.Pid));
        await bench.MeasureAsync("submit", async caller =>
        {
            await Journey.SubmitAsync(caller, Commune.Large);
            Interlocked.Increment(ref filed);
            return true;
        });
        var since = Stopwatch.GetTimestamp();
        await WorkLists.AwaitAsync(bench, Commune.Large, filed);
        var (late, micros) = (Stopwatch.GetElapsedTime(since), (CpuTimes.Read(bench.Pid) - before).Office / filed * 1e6);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"  all {filed:N0} in the work list {late.TotalSeconds:N1} s after the last answer; lists included, the office took {micros:N0} µs each"));
    }
}
