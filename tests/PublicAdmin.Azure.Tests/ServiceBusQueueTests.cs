using Azure.Messaging.ServiceBus;
using PublicAdmin.Azure;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The promises of the queues against the emulator or a namespace made by infra/, in real time.</summary>
public sealed class ServiceBusQueueTests : IAsyncLifetime
{
    private const string Plain = Queues.Notifications;
    private const string Ordered = Queues.DossierEvents;
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly string _id = $"{Guid.NewGuid():N}";
    private readonly ServiceBusClient _bus;
    private readonly ServiceBusQueueSender _sender;
    private readonly ServiceBusQueueReceiver _receiver;
    private readonly ServiceBusDeadLetters _dead;

    public ServiceBusQueueTests()
    {
        _bus = Servers.Bus();
        _sender = new ServiceBusQueueSender(_bus);
        _receiver = new ServiceBusQueueReceiver(_bus);
        _dead = new ServiceBusDeadLetters(_bus, _sender);
    }

    [Fact]
    public async Task A_message_sent_is_received_with_all_it_carries_and_once()
    {
        await _sender.SendAsync(new QueueMessage(Ordered, _id, """{"tên":"Lò Thị Mai 🌾"}""", "s1"), Ct);

        var message = Assert.Single(await _receiver.ReceiveAsync(Ordered, 10, Ct));
        await _receiver.CompleteAsync(message, Ct);

        Assert.Equal((Ordered, _id, "s1", """{"tên":"Lò Thị Mai 🌾"}""", 1), (message.Queue, message.Id, message.Session, message.Body, message.DeliveryCount));
        Assert.True(message.LockedUntil > DateTimeOffset.UtcNow);
        Assert.Empty(await _receiver.ReceiveAsync(Ordered, 10, Ct));
    }

    [Fact]
    public async Task The_same_id_is_dropped_within_the_window()
    {
        await _sender.SendAsync(new QueueMessage(Plain, _id, "first"), Ct);
        await _sender.SendAsync(new QueueMessage(Plain, _id, "second"), Ct);

        Assert.Equal("first", Assert.Single(await DrainAsync(Plain)).Body);
    }

    [Fact]
    public async Task Of_a_session_only_the_first_unfinished_message_is_out()
    {
        foreach (var n in new[] { "1", "2" })
        {
            await _sender.SendAsync(new QueueMessage(Ordered, $"{_id}-{n}", n, "s1"), Ct);
        }

        var first = Assert.Single(await _receiver.ReceiveAsync(Ordered, 10, Ct));
        await _receiver.CompleteAsync(first, Ct);
        var second = Assert.Single(await _receiver.ReceiveAsync(Ordered, 10, Ct));
        await _receiver.CompleteAsync(second, Ct);

        Assert.Equal(("1", "2"), (first.Body, second.Body));
    }

    [Fact]
    public async Task An_abandoned_message_comes_back_counted()
    {
        await _sender.SendAsync(new QueueMessage(Plain, _id, "x"), Ct);
        await _receiver.AbandonAsync(Assert.Single(await _receiver.ReceiveAsync(Plain, 10, Ct)), Ct);

        var again = Assert.Single(await _receiver.ReceiveAsync(Plain, 10, Ct));
        await _receiver.CompleteAsync(again, Ct);

        Assert.Equal(2, again.DeliveryCount);
    }

    [Fact]
    public async Task A_message_is_settled_once()
    {
        await _sender.SendAsync(new QueueMessage(Plain, _id, "x"), Ct);
        var message = Assert.Single(await _receiver.ReceiveAsync(Plain, 10, Ct));
        await _receiver.CompleteAsync(message, Ct);

        await Assert.ThrowsAsync<LockLostException>(() => _receiver.CompleteAsync(message, Ct));
    }

    [Theory]
    [InlineData(Plain, null)]
    [InlineData(Ordered, "s1")]
    public async Task A_dead_message_keeps_its_reason_and_can_be_replayed_once(string queue, string? session)
    {
        await _sender.SendAsync(new QueueMessage(queue, _id, "x", session), Ct);
        await _receiver.DeadLetterAsync(Assert.Single(await _receiver.ReceiveAsync(queue, 10, Ct)), "unreadable", "Not JSON.", Ct);

        var dead = Assert.Single(await _dead.ListAsync(queue, 0, 100, Ct), letter => letter.Id == _id);
        var replayed = (await _dead.ReplayAsync(queue, dead.Sequence, Ct), await _dead.ReplayAsync(queue, dead.Sequence, Ct));
        var back = Assert.Single(await DrainAsync(queue));

        Assert.Equal(("unreadable", "Not JSON."), (dead.Reason, dead.Description));
        Assert.Equal((true, false), replayed);
        Assert.Equal(("x", session), (back.Body, back.Session));
    }

    [Fact]
    public async Task A_scheduled_message_waits_for_its_time()
    {
        await _sender.SendAsync(new QueueMessage(Plain, _id, "x", NotBefore: DateTimeOffset.UtcNow.AddSeconds(10)), Ct);

        Assert.Empty(await _receiver.ReceiveAsync(Plain, 10, Ct));
        await Task.Delay(TimeSpan.FromSeconds(12), Ct);
        Assert.Single(await DrainAsync(Plain));
    }

    public async Task InitializeAsync()
    {
        await DrainAsync(Plain);
        await DrainAsync(Ordered);
    }

    public async Task DisposeAsync() => await _bus.DisposeAsync();

    private async Task<IReadOnlyList<ReceivedMessage>> DrainAsync(string queue)
    {
        List<ReceivedMessage> all = [];
        while (await _receiver.ReceiveAsync(queue, 10, Ct) is { Count: > 0 } page)
        {
            all.AddRange(page);
            await Task.WhenAll(page.Select(message => _receiver.CompleteAsync(message, Ct)));
        }

        return all;
    }
}
