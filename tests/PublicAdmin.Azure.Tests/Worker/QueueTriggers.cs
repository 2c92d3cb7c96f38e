using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using PublicAdmin.Tests.Azure.Bus;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The queue triggers of the host: receives, hands each message to its function, gives back what no function settled.</summary>
internal sealed class QueueTriggers(FunctionsHost host, ServiceBusClient client, StandInBus bus)
{
    private static readonly TimeSpan NobodyThere = TimeSpan.FromMilliseconds(300);
    private readonly HashSet<(string Function, long Number)> _brought = [];

    /// <summary>Functions that were handed a message, with how often.</summary>
    public Dictionary<string, int> Handed { get; } = [];

    /// <summary>How often the bus brought a message it had brought before, as a bus may.</summary>
    public int Again { get; private set; }

    /// <summary>What functions failed with, as their host was told.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What happens while a function has a message in hand.</summary>
    public Action<FunctionOfHost> Amid { get; set; } = _ => { };

    /// <summary>Delivers every message that is due, and those that its handlers send, until there is none.</summary>
    /// <exception cref="IOException">The worker died; what it had in hand is back in its queue.</exception>
    public async Task DrainAsync()
    {
        while (host.Worker.Functions.FirstOrDefault(one => one.Queue is { } queue && bus.HasDue(queue)) is { } function)
        {
            await using var receiver = function.Sessions ? await client.AcceptNextSessionAsync(function.Queue) : client.CreateReceiver(function.Queue);
            while (await ReceiveAsync(receiver) is { } message)
            {
                await HandAsync(function, receiver, message);
            }
        }
    }

    private static async Task<ServiceBusReceivedMessage?> ReceiveAsync(ServiceBusReceiver receiver)
    {
        try
        {
            return await receiver.ReceiveMessageAsync(NobodyThere);
        }
        catch (ObjectDisposedException)
        {
            return null; // The session's link has ended: its messages come over another.
        }
    }

    private async Task HandAsync(FunctionOfHost function, ServiceBusReceiver receiver, ServiceBusReceivedMessage message)
    {
        Again += _brought.Add((function.Name, message.SequenceNumber)) ? 0 : 1;
        Handed[function.Name] = Handed.GetValueOrDefault(function.Name) + 1;
        host.Settlements.Hold(receiver, message);
        try
        {
            var working = host.InvokeAsync(function, DataOf(message));
            Amid(function);
            if (await working is not FunctionsHost.Success and var fault)
            {
                Faults.Add($"{function.Name}: {fault}");
            }
        }
        finally
        {
            if (host.Settlements.Release(message) && !receiver.IsClosed)
            {
                await receiver.AbandonMessageAsync(message);
            }
        }
    }

    // As the extension of the host sends it: the lock token, then the message as it came over the line.
    private static JsonObject DataOf(ServiceBusReceivedMessage message) => new()
    {
        ["modelBindingData"] = new JsonObject
        {
            ["version"] = "1.0",
            ["source"] = "AzureServiceBusReceivedMessage",
            ["contentType"] = "application/octet-stream",
            ["content"] = Convert.ToBase64String([.. Guid.Parse(message.LockToken).ToByteArray(), .. message.GetRawAmqpMessage().ToBytes().ToArray()]),
        },
    };
}
