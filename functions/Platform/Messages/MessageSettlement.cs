using System.Globalization;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Lines;

namespace PublicAdmin.Platform.Messages;

/// <summary>How the handling of a message ended.</summary>
/// <param name="RetryIn">Set to be handed the same message again after this time.</param>
/// <param name="Hopeless">Set, with the reason code, when no retry can help.</param>
/// <param name="Line">The line it waits for, when that is why it is to be handed again.</param>
public sealed record Outcome(TimeSpan? RetryIn = null, string? Hopeless = null, string? Line = null)
{
    public static Outcome Done { get; } = new();

    public static Outcome Later(TimeSpan wait) => new(RetryIn: wait);

    /// <summary>A line out of the office (<see cref="OutsideLines"/>) is away.</summary>
    public static Outcome Away(string line, TimeSpan wait) => new(RetryIn: wait, Line: line);

    public static Outcome Never(string reason) => new(Hopeless: reason);
}

/// <summary>
/// Settles messages: done → complete, later → a scheduled copy, hopeless → dead letters. An exception is left to the host,
/// which gives the message back and, after the queue's last delivery, buries it.
/// </summary>
public sealed class MessageSettlement(IQueueSender sender, LineWatch watch, TimeProvider clock)
{
    /// <param name="queue">The queue the message came from.</param>
    /// <param name="handle">Gets the body and the number of this try, from 1: a handler that asks for later sees it grow.</param>
    public async Task SettleAsync<T>(
        string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, Func<T, int, CancellationToken, Task<Outcome>> handle,
        CancellationToken ct)
        where T : notnull
    {
        if (Read<T>(message) is not { } body)
        {
            await actions.DeadLetterMessageAsync(message, null, "unreadable", "The body is not the JSON this queue carries.", ct);
            return;
        }

        var (id, number) = TryOf(message.MessageId);
        var outcome = await handle(body, number, ct);
        await NoteAsync(queue, id, number, outcome, ct);
        if (outcome.Hopeless is { } reason)
        {
            await actions.DeadLetterMessageAsync(message, null, reason, "The handler says no retry can help.", ct);
            return;
        }

        if (outcome.RetryIn is { } wait)
        {
            // Service Bus has no "give back later": a copy is sent first, so that dying in between doubles rather than loses.
            await sender.SendAsync(NextTry(queue, message, clock.GetUtcNow() + wait), ct);
        }

        await actions.CompleteMessageAsync(message, ct);
    }

    // Which line a message waited for is not known when it no longer waits; only its second and later tries have waited at all.
    private async Task NoteAsync(string queue, string id, int number, Outcome outcome, CancellationToken ct)
    {
        if (outcome is { Line: { } line, RetryIn: { } wait })
        {
            await watch.WaitsAsync(line, queue, id, clock.GetUtcNow() + wait, ct);
        }
        else if (number > 1)
        {
            await watch.WentAsync(queue, id, ct);
        }
    }

    private static T? Read<T>(ServiceBusReceivedMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(message.Body, OfficeJson.Stored);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // "id~3" is the third try: a name of its own, else duplicate detection would drop it.
    private static QueueMessage NextTry(string queue, ServiceBusReceivedMessage message, DateTimeOffset at)
    {
        var (id, number) = TryOf(message.MessageId);
        return new(queue, string.Create(CultureInfo.InvariantCulture, $"{id}~{number + 1}"), message.Body.ToString(), message.SessionId, at);
    }

    private static (string Id, int Number) TryOf(string messageId) =>
        messageId.LastIndexOf('~') is >= 0 and var at && int.TryParse(messageId.AsSpan(at + 1), CultureInfo.InvariantCulture, out var number)
            ? (messageId[..at], number)
            : (messageId, 1);
}
