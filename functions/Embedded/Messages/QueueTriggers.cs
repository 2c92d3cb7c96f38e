using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Messages;

/// <summary>Runs the queue functions while the office is open; in tests, when told to.</summary>
internal sealed class QueueTriggers : IHostedService, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly SqliteQueues _queues;
    private readonly Dictionary<string, QueueHandler> _handlers;
    private readonly Dictionary<string, QueuePump> _pumps;
    private Timer? _ticker;

    public QueueTriggers(SqliteQueues queues, HostSettings host, IServiceProvider services, TimeProvider clock, ILogger<QueueTriggers> log)
    {
        _queues = queues;
        _handlers = FunctionCatalogue.All
            .Where(function => function.Trigger is ServiceBusTriggerAttribute)
            .Select(function => new QueueHandler(function, new FunctionCall(function, services), queues, host, clock, log))
            .ToDictionary(handler => handler.Queue);
        _pumps = _handlers.Values.ToDictionary(
            handler => handler.Queue,
            handler => new QueuePump(handler, queues, handler.Sessions ? host.ServiceBus.MaxConcurrentSessions : host.ServiceBus.MaxConcurrentCalls, log));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _queues.Arrived += Wake;
        foreach (var pump in _pumps.Values)
        {
            pump.Start();
        }

        _ticker = new Timer(_ => WakeWhenDue(), null, Tick, Tick);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queues.Arrived -= Wake;
        await Task.WhenAll(_pumps.Values.Select(pump => pump.StopAsync(cancellationToken)));
    }

    /// <summary>Delivers what waits now, and what that brings forth, until nothing is due.</summary>
    /// <param name="atOnce">One by one unless more are wanted: many at once share their commits.</param>
    /// <param name="ct">Cancels.</param>
    public async Task DrainAsync(int atOnce, CancellationToken ct)
    {
        while (await DeliverAsync(atOnce, ct))
        {
        }
    }

    public void Dispose()
    {
        _ticker?.Dispose();
        foreach (var pump in _pumps.Values)
        {
            pump.Dispose();
        }
    }

    /// <summary>Delivers once what is due now.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> DeliverAsync(int atOnce, CancellationToken ct)
    {
        var any = false;
        foreach (var handler in _handlers.Values)
        {
            var messages = await _queues.ReceiveAsync(handler.Queue, 100, ct);
            await Parallel.ForEachAsync(
                messages, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct },
                async (message, token) => await handler.HandleAsync(message, breath: TimeSpan.Zero, token));
            any |= messages.Count > 0;
        }

        return any;
    }

    private void Wake(string queue)
    {
        if (_pumps.TryGetValue(queue, out var pump))
        {
            pump.Wake();
        }
    }

    private void WakeWhenDue()
    {
        foreach (var pump in _pumps.Values)
        {
            pump.WakeWhenDue();
        }
    }
}
