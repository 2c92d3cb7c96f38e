// Azure.Messaging.ServiceBus 7.20.1: azure-sdk-for-net, sdk/servicebus/Azure.Messaging.ServiceBus/api/Azure.Messaging.ServiceBus.net10.0.cs at 5a00ba46.
using Azure.Core;

namespace Azure.Messaging.ServiceBus;

public partial class ServiceBusClient : IAsyncDisposable
{
    protected ServiceBusClient() => throw null;

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options) => throw null;

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential) => throw null;

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options) => throw null;

    public virtual Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string queueName, ServiceBusSessionReceiverOptions options = null, CancellationToken cancellationToken = default) => throw null;

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => throw null;

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => throw null;

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw null;

    public virtual ValueTask DisposeAsync() => throw null;
}

public partial class ServiceBusClientOptions
{
    public ServiceBusClientOptions() => throw null;

    public ServiceBusRetryOptions RetryOptions { get => throw null; set => throw null; }
}

public partial class ServiceBusException : Exception
{
    public ServiceBusException() => throw null;

    public ServiceBusFailureReason Reason => throw null;
}

public enum ServiceBusFailureReason
{
    GeneralError = 0,
    MessagingEntityNotFound = 1,
    MessageLockLost = 2,
    MessageNotFound = 3,
    MessageSizeExceeded = 4,
    MessagingEntityDisabled = 5,
    QuotaExceeded = 6,
    ServiceBusy = 7,
    ServiceTimeout = 8,
    ServiceCommunicationProblem = 9,
    SessionCannotBeLocked = 10,
    SessionLockLost = 11,
    MessagingEntityAlreadyExists = 12,
}

public partial class ServiceBusMessage
{
    public ServiceBusMessage(string body) => throw null;

    public BinaryData Body { get => throw null; set => throw null; }

    public string ContentType { get => throw null; set => throw null; }

    public string MessageId { get => throw null; set => throw null; }

    public DateTimeOffset ScheduledEnqueueTime { get => throw null; set => throw null; }

    public string SessionId { get => throw null; set => throw null; }
}

public partial class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage() => throw null;

    public BinaryData Body => throw null;

    public string DeadLetterErrorDescription => throw null;

    public string DeadLetterReason => throw null;

    public int DeliveryCount => throw null;

    public DateTimeOffset EnqueuedTime => throw null;

    public DateTimeOffset LockedUntil => throw null;

    public string LockToken => throw null;

    public string MessageId => throw null;

    public long SequenceNumber => throw null;

    public string SessionId => throw null;
}

public partial class ServiceBusReceiver : IAsyncDisposable
{
    protected ServiceBusReceiver() => throw null;

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object> propertiesToModify = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null;

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, string deadLetterReason, string deadLetterErrorDescription = null, CancellationToken cancellationToken = default) => throw null;

    public virtual ValueTask DisposeAsync() => throw null;

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages, long? fromSequenceNumber = default, CancellationToken cancellationToken = default) => throw null;

    public virtual Task<ServiceBusReceivedMessage> ReceiveMessageAsync(TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) => throw null;

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) => throw null;

    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null;
}

public partial class ServiceBusReceiverOptions
{
    public ServiceBusReceiverOptions() => throw null;

    public SubQueue SubQueue { get => throw null; set => throw null; }
}

public partial class ServiceBusRetryOptions
{
    public ServiceBusRetryOptions() => throw null;

    public int MaxRetries { get => throw null; set => throw null; }

    public TimeSpan TryTimeout { get => throw null; set => throw null; }
}

public partial class ServiceBusSender : IAsyncDisposable
{
    protected ServiceBusSender() => throw null;

    public virtual ValueTask DisposeAsync() => throw null;

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw null;
}

public partial class ServiceBusSessionReceiver : ServiceBusReceiver
{
    protected ServiceBusSessionReceiver() => throw null;

    public virtual string SessionId => throw null;

    public virtual DateTimeOffset SessionLockedUntil => throw null;

    public virtual Task RenewSessionLockAsync(CancellationToken cancellationToken = default) => throw null;
}

public partial class ServiceBusSessionReceiverOptions
{
    public ServiceBusSessionReceiverOptions() => throw null;
}

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}
