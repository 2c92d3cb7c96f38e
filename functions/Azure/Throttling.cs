using System.Globalization;
using System.Net;
using Azure;
using Azure.Messaging.ServiceBus;
using PublicAdmin.Signing;

namespace PublicAdmin.Azure;

/// <summary>Which faults only mean that a service is busy. The SDKs have tried again as often as their policies say before one gets here.</summary>
internal static class Throttling
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>When to come back: what the service says, otherwise 10 seconds, at most a minute; null when it is a fault of another kind.</summary>
    public static TimeSpan? DelayOf(Exception fault) => fault switch
    {
        SigningKeysBusyException busy => Bounded(busy.RetryAfter),
        RequestFailedException { Status: 0 } => Usual, // No answer at all: the line, or the client's own patience.
        RequestFailedException { Status: (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable } busy => Bounded(RetryAfterOf(busy)),
        ReferenceMissingException => Usual,
        ServiceBusException { Reason: ServiceBusFailureReason.ServiceBusy or ServiceBusFailureReason.ServiceTimeout
            or ServiceBusFailureReason.ServiceCommunicationProblem } => Usual,
        AggregateException { InnerException: { } inner } => DelayOf(inner), // The SDK's own, after several tries without any answer.
        _ => null,
    };

    /// <summary>The Retry-After of an answer in seconds; 10 when it has none.</summary>
    public static TimeSpan RetryAfterOf(RequestFailedException busy) =>
        busy.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : Usual;

    private static TimeSpan Bounded(TimeSpan wait) => wait > Longest ? Longest : wait;
}
