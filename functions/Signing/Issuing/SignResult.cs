using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Issuing;

/// <summary>Queue results-to-sign: signs an approved result for its leader, and numbers and seals an issued one.</summary>
public sealed class SignResult(ResultSigning signing, Deliveries deliveries)
{
    [Function(nameof(SignResult))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.ResultsToSign, Connection = Queues.Connection, IsSessionsEnabled = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        deliveries.SettleAsync<ResultToSign>(Queues.ResultsToSign, message, actions, (result, _, token) => signing.SignAsync(result, token), ct);
}
