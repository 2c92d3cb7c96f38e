using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>Keeps one queue function busy with at most so many messages at once.</summary>
internal sealed partial class QueuePump(QueueHandler handler, SqliteQueues queues, int concurrency, ILogger log) : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(concurrency);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<bool> _arrivals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task _receiving = Task.CompletedTask;

    /// <summary>There may be something to do.</summary>
    public void Wake() => _arrivals.Writer.TryWrite(true);

    /// <summary>Locks end and scheduled messages fall due without anybody's doing.</summary>
    public void WakeWhenDue()
    {
        if (queues.HasDue(handler.Queue))
        {
            Wake();
        }
    }

    public void Start() => _receiving = ReceiveUntilStoppedAsync();

    /// <summary>Takes no more messages and waits for those being handled.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await _stopping.CancelAsync();
        await _receiving.WaitAsync(ct);
        for (var slot = 0; slot < concurrency; slot++)
        {
            await _free.WaitAsync(ct);
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _free.Dispose();
    }

    private async Task ReceiveUntilStoppedAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                if (!await ReceiveAsync())
                {
                    await _arrivals.Reader.ReadAsync(_stopping.Token);
                }
            }
            catch (OperationCanceledException)
            {
                return; // Told to stop while waiting.
            }
            catch (Exception fault)
            {
                // The disk is full, say: the queue must go on by itself when there is room again.
                LogFailed(handler.Queue, fault.GetType().Name, fault.StackTrace);
                await Task.WhenAny(Task.Delay(Breath, _stopping.Token));
            }
        }
    }

    private async Task<bool> ReceiveAsync()
    {
        var slots = await TakeSlotsAsync();
        IReadOnlyList<ReceivedMessage> messages = [];
        try
        {
            messages = await queues.ReceiveAsync(handler.Queue, slots, CancellationToken.None);
        }
        finally
        {
            Free(slots - messages.Count);
        }

        foreach (var message in messages)
        {
            _ = HandleAsync(message);
        }

        return messages.Count > 0;
    }

    private async Task<int> TakeSlotsAsync()
    {
        await _free.WaitAsync(_stopping.Token);
        var slots = 1;
        while (_free.Wait(0, CancellationToken.None))
        {
            slots++;
        }

        return slots;
    }

    private async Task HandleAsync(ReceivedMessage message)
    {
        await Task.Yield();
        try
        {
            await handler.HandleAsync(message, Breath, CancellationToken.None);
        }
        finally
        {
            Free(1);
        }
    }

    private void Free(int slots)
    {
        if (slots > 0)
        {
            _free.Release(slots);
        }
    }

    [LoggerMessage(LogLevel.Error, "Receiving from {Queue} failed with {Fault}.\n{Trace}")]
    private partial void LogFailed(string queue, string fault, string? trace);
}
