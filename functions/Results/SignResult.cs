using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Results.Forms;

namespace PublicAdmin.Results;

/// <summary>Queue results-to-sign: signs an approved result for its leader, numbers and seals an issued one, and signs the head's apology (form 04).</summary>
public sealed class SignResult(ResultSigning signing, ApologySigning apologies, MessageSettlement settlement)
{
    [Function(nameof(SignResult))]
    public Task RunAsync(
        [ServiceBusTrigger(
            Queues.ResultsToSign, Connection = Queues.Connection, IsSessionsEnabled = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<ResultToSign>(Queues.ResultsToSign, message, actions, Sign, ct);

    private Task<Outcome> Sign(ResultToSign result, int attempt, CancellationToken ct) =>
        result.Apology is { } version ? apologies.SignAsync(result.Code, version, ct) : signing.SignAsync(result, ct);
}
