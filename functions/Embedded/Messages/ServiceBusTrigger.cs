// Microsoft.Azure.Functions.Worker.Extensions.ServiceBus 5.24.0: the names its functions are written with, as it cannot be restored everywhere. The Azure
// edition has the package, or where that is missing this file (tests/AzureSurface).
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function runs for every message of a queue.</summary>
public sealed partial class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue.</summary>
    public string? QueueName { get; } = queueName;

    /// <summary>The setting that names the namespace.</summary>
    public string? Connection { get; set; }

    /// <summary>Messages of one session come one after the other.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>The host completes a message when its function returns.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}

/// <summary>What a queue function may do with its message.</summary>
public partial class ServiceBusMessageActions
{
    /// <summary>For those who settle by other means than the host.</summary>
    protected ServiceBusMessageActions()
    {
    }

    /// <summary>The work is done.</summary>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>No other delivery can help.</summary>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
