using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Payments.Duties;

/// <summary>Queue payments: lets a dossier whose financial duty is paid go on; nobody has to remember it.</summary>
public sealed class ResumePaid(DutyEnd end, MessageSettlement settlement)
{
    [Function(nameof(ResumePaid))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.Payments, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<DutyPaidFor>(Queues.Payments, message, actions, end.ResumeAsync, ct);
}
