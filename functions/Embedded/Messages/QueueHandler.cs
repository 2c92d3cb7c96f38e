using System.Reflection;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>
/// Hands one message to a queue function, as the Functions host does: the lock is renewed while it runs; a message it fails at is given back.
/// </summary>
internal sealed partial class QueueHandler(
    CataloguedFunction function, FunctionCall call, SqliteQueues queues, HostSettings host, TimeProvider clock, ILogger log)
{
    public string Queue { get; } = ((ServiceBusTriggerAttribute)function.Trigger).QueueName!;

    public bool Sessions { get; } = ((ServiceBusTriggerAttribute)function.Trigger).IsSessionsEnabled;

    /// <param name="message">Locked by whoever received it.</param>
    /// <param name="breath">How long it is kept back before it is tried again when the disk is full.</param>
    /// <param name="ct">Cancels.</param>
    public async Task HandleAsync(ReceivedMessage message, TimeSpan breath, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(host.FunctionTimeout);
        var actions = new MessageActions(queues, message);
        var full = false;
        await using var keeper = KeepLock(message);
        try
        {
            await call.RunAsync((Received(message), (ServiceBusMessageActions)actions, timeout.Token), Argument);
        }
        catch (Exception fault)
        {
            // Whatever it was: the message goes back, and after its last delivery to the dead letters. The text may hold a name, so it stays out of the log.
            LogFailed(function.Name, fault.GetType().Name, message.DeliveryCount, fault.StackTrace);
            full = DiskFull.Is(fault);
        }

        if (full)
        {
            await Task.Delay(breath, CancellationToken.None); // There will be room again; until then it is not the message that fails.
        }

        await GiveBackUnlessSettledAsync(message, actions, full);
    }

    private async Task GiveBackUnlessSettledAsync(ReceivedMessage message, MessageActions actions, bool full)
    {
        try
        {
            if (!actions.Settled)
            {
                await (full ? queues.ReturnAsync(message) : queues.AbandonAsync(message, CancellationToken.None));
            }
        }
        catch (LockLostException)
        {
            LogLockLost(function.Name, message.DeliveryCount);
        }
    }

    private ITimer KeepLock(ReceivedMessage message)
    {
        var half = Queues.Of(Queue).Lock / 2;
        var until = clock.GetUtcNow() + host.ServiceBus.MaxAutoLockRenewalDuration;
        return clock.CreateTimer(_ => RenewBefore(until, message), null, half, half);
    }

    private void RenewBefore(DateTimeOffset until, ReceivedMessage message)
    {
        try
        {
            if (clock.GetUtcNow() < until)
            {
                queues.RenewAsync(message, CancellationToken.None).GetAwaiter().GetResult();
            }
        }
        catch (LockLostException)
        {
            LogLockLost(function.Name, message.DeliveryCount);
        }
    }

    private static ServiceBusReceivedMessage Received(ReceivedMessage message) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            BinaryData.FromString(message.Body), message.Id, sessionId: message.Session, deliveryCount: message.DeliveryCount);

    private static object Argument(
        ParameterInfo parameter, (ServiceBusReceivedMessage Message, ServiceBusMessageActions Actions, CancellationToken Ct) delivery) =>
        parameter.ParameterType == typeof(ServiceBusReceivedMessage) ? delivery.Message
        : parameter.ParameterType == typeof(ServiceBusMessageActions) ? delivery.Actions
        : parameter.ParameterType == typeof(CancellationToken) ? delivery.Ct
        : throw new InvalidOperationException($"A queue function takes a message, its actions and a CancellationToken, not {parameter}.");

    [LoggerMessage(LogLevel.Error, "{Function} failed with {Fault} at delivery {Delivery}.\n{Trace}")]
    private partial void LogFailed(string function, string fault, int delivery, string? trace);

    [LoggerMessage(LogLevel.Warning, "{Function} lost the lock on its message at delivery {Delivery}.")]
    private partial void LogLockLost(string function, int delivery);

    private sealed class MessageActions(SqliteQueues queues, ReceivedMessage received) : ServiceBusMessageActions
    {
        public bool Settled { get; private set; }

        public override async Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            await queues.CompleteAsync(received, cancellationToken);
            Settled = true;
        }

        public override async Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = null,
            string? deadLetterReason = null,
            string? deadLetterErrorDescription = null,
            CancellationToken cancellationToken = default)
        {
            await queues.DeadLetterAsync(received, deadLetterReason ?? "", deadLetterErrorDescription ?? "", cancellationToken);
            Settled = true;
        }
    }
}
