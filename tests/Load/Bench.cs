using System.Net;

namespace PublicAdmin.Load;

/// <summary>The office being measured, the people who call it, and the callers' connections.</summary>
internal sealed class Bench(LoadOptions options, IPEndPoint office, OfficeProcess? own) : IAsyncDisposable
{
    private readonly People _people = new(office);
    private readonly List<Caller> _callers = [];

    public LoadOptions Options => options;

    public People People => _people;

    /// <summary>Our own office's process; null for one that ran already.</summary>
    public OfficeProcess? Own => own;

    /// <summary>The office's process, when it is one of this machine.</summary>
    public int? Pid { get; } = own?.Pid ?? (IPAddress.IsLoopback(office.Address) ? ListeningProcess.Find(office.Port) : null);

    /// <param name="options">What was asked for.</param>
    /// <param name="folder">Where an office of our own keeps everything, and it stays; null for a folder that goes with it.</param>
    public static async Task<Bench> OpenAsync(LoadOptions options, string? folder = null)
    {
        var own = options.Url is null ? await OfficeProcess.StartAsync(folder) : null;
        return new Bench(options, options.Url ?? own!.Address, own);
    }

    public async Task<IReadOnlyList<Caller>> CallersAsync()
    {
        while (_callers.Count < options.Connections)
        {
            var caller = new Caller(office, await _people.CitizensAsync());
            await caller.Wire.ConnectAsync();
            _callers.Add(caller);
        }

        return _callers;
    }

    /// <summary>Measures and prints.</summary>
    public async Task<Measurement> MeasureAsync(string scenario, Func<Caller, Task<bool>> act)
    {
        var seen = await new ClosedLoop(await CallersAsync(), Pid).RunAsync(scenario, options, act);
        Report.Print(seen);
        return seen;
    }

    /// <summary>Has all callers do something so many times in all, unmeasured.</summary>
    public async Task RepeatAsync(int times, Func<Caller, Task> act)
    {
        var left = times;
        await Task.WhenAll((await CallersAsync()).Select(caller => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await act(caller);
            }
        })));
    }

    public async ValueTask DisposeAsync()
    {
        _callers.ForEach(caller => caller.Dispose());
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
