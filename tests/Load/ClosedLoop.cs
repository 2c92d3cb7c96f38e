using System.Diagnostics;

namespace PublicAdmin.Load;

/// <summary>Each caller sends its next request when it has its answer; what they saw is counted after a time of warming up.</summary>
internal sealed class ClosedLoop(IReadOnlyList<Caller> callers, int? office)
{
    private volatile bool _counting;
    private volatile bool _stopped;

    /// <param name="scenario">Name of the row.</param>
    /// <param name="options">How long.</param>
    /// <param name="act">One act of a caller; false when there is nothing left to do.</param>
    public async Task<Measurement> RunAsync(string scenario, LoadOptions options, Func<Caller, Task<bool>> act)
    {
        var loops = callers.Select(caller => Task.Run(() => LoopAsync(caller, act))).ToList();
        await Task.WhenAny(Task.WhenAll(loops), Task.Delay(options.WarmUp));
        var (since, before) = (Stopwatch.GetTimestamp(), CpuTimes.Read(office));
        _counting = true;
        await Task.WhenAny(Task.WhenAll(loops), Task.Delay(options.Length));
        _counting = false;
        var (length, cpu) = (Stopwatch.GetElapsedTime(since), CpuTimes.Read(office) - before);
        _stopped = true;
        var latencies = new Latencies();
        foreach (var seen in await Task.WhenAll(loops))
        {
            latencies.Add(seen);
        }

        return new Measurement(scenario, latencies, length, cpu / length.TotalSeconds);
    }

    private async Task<Latencies> LoopAsync(Caller caller, Func<Caller, Task<bool>> act)
    {
        var seen = new Latencies();
        while (!_stopped)
        {
            var since = Stopwatch.GetTimestamp();
            if (!await act(caller))
            {
                break;
            }

            if (_counting)
            {
                seen.Add(Stopwatch.GetElapsedTime(since));
            }
        }

        return seen;
    }
}
