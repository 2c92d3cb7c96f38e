using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>Where functions settle their messages: the host holds the locks.</summary>
internal sealed class SettlementDoor
{
    private readonly ConcurrentDictionary<string, (ServiceBusReceiver Receiver, ServiceBusReceivedMessage Message)> _held = new();

    public void Hold(ServiceBusReceiver receiver, ServiceBusReceivedMessage message) => _held[message.LockToken] = (receiver, message);

    /// <returns>True when the function has not settled it.</returns>
    public bool Release(ServiceBusReceivedMessage message) => _held.TryRemove(message.LockToken, out _);

    public async Task SettleAsync(string how, HttpContext http)
    {
        var asked = (await http.Request.ReadFromJsonAsync<Settlement>())!;
        if (!_held.TryRemove(asked.LockToken, out var held))
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        await (how is "complete"
            ? held.Receiver.CompleteMessageAsync(held.Message)
            : held.Receiver.DeadLetterMessageAsync(held.Message, asked.Reason ?? "", asked.Description ?? ""));
    }

    private sealed record Settlement(string LockToken, string? Reason, string? Description);
}
