// The names of the Functions worker and of Service Bus that our function classes use, so that the embedded edition compiles
// the very same classes without those packages. Only what our functions touch is declared.
namespace Microsoft.Azure.Functions.Worker
{
    public enum AuthorizationLevel
    {
        Anonymous,
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
    {
        public AuthorizationLevel AuthLevel { get; } = authLevel;

        public IReadOnlyList<string> Methods { get; } = methods;

        public string? Route { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute
    {
        public string QueueName { get; } = queueName;

        public string? Connection { get; set; }

        public bool IsSessionsEnabled { get; set; }

        public bool AutoCompleteMessages { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : Attribute
    {
        public string Schedule { get; } = schedule;

        public bool UseMonitor { get; set; } = true;
    }

    /// <summary>A run that failed is tried again after a while, so many times.</summary>
    /// <param name="delayInterval">hh:mm:ss.</param>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
    {
        public int MaxRetryCount { get; } = maxRetryCount;

        public string DelayInterval { get; } = delayInterval;
    }

    public sealed class TimerInfo
    {
        public bool IsPastDue { get; set; }
    }

    public abstract class ServiceBusMessageActions
    {
        public abstract Task CompleteMessageAsync(global::Azure.Messaging.ServiceBus.ServiceBusReceivedMessage message, CancellationToken cancellationToken = default);

        public abstract Task DeadLetterMessageAsync(
            global::Azure.Messaging.ServiceBus.ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = null,
            string? deadLetterReason = null,
            string? deadLetterErrorDescription = null,
            CancellationToken cancellationToken = default);
    }
}

namespace Azure.Messaging.ServiceBus
{
    public sealed class ServiceBusReceivedMessage(string messageId, string? sessionId, BinaryData body, int deliveryCount)
    {
        public string MessageId { get; } = messageId;

        public string? SessionId { get; } = sessionId;

        public BinaryData Body { get; } = body;

        public int DeliveryCount { get; } = deliveryCount;
    }
}
