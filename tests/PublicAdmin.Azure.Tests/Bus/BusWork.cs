using System.Threading.Channels;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>
/// One gate for all that is decided, and one line for all that is sent: the library holds locks of its own while it calls us, so nothing may be sent under the
/// gate.
/// </summary>
internal sealed class BusWork : IDisposable
{
    private readonly Channel<Action> _toSend = Channel.CreateUnbounded<Action>();

    public BusWork() => _ = Task.Factory.StartNew(SendAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public Lock Gate { get; } = new();

    /// <summary>How many messages were sent to all queues, duplicates too.</summary>
    public int Sent { get; private set; }

    public void Take(BusQueue queue, Amqp.Message message)
    {
        lock (Gate)
        {
            Sent++;
            queue.Send(message);
        }
    }

    /// <summary>In the order of the calls.</summary>
    public void Send(Action action) => _toSend.Writer.TryWrite(action);

    public void Dispose() => _toSend.Writer.TryComplete();

    private async Task SendAsync()
    {
        await foreach (var send in _toSend.Reader.ReadAllAsync())
        {
            try
            {
                send();
            }
            catch (Exception e) when (e is Amqp.AmqpException or ObjectDisposedException or InvalidOperationException)
            {
                // The client has gone; its link is closed, and what it held goes back.
            }
        }
    }
}
