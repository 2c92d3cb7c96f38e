using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter behind the queue ports must do, on one machine or over the network.</summary>
public abstract class QueueContract
{
    protected const string Plain = Queues.Notifications;
    protected const string Ordered = Queues.DossierEvents;
    private static readonly CancellationToken Ct = CancellationToken.None;

    protected abstract IQueueSender Sender { get; }

    protected abstract IQueueReceiver Receiver { get; }

    protected abstract IDeadLetters DeadLetters { get; }

    /// <summary>The time the queue goes by.</summary>
    protected abstract TimeProvider Time { get; }

    protected virtual TimeSpan LockTime => Queues.Of(Plain).Lock;

    [Fact]
    public async Task A_message_sent_is_received_with_all_it_carries()
    {
        await SendInSessionAsync(Ordered, "id-1", "s1", """{"tên":"Lò Thị Mai 🌾"}""");

        var message = Assert.Single(await ReceiveAsync(Ordered));

        Assert.Equal(
            (Ordered, "id-1", "s1", """{"tên":"Lò Thị Mai 🌾"}""", 1), (message.Queue, message.Id, message.Session, message.Body, message.DeliveryCount));
        Assert.InRange(message.LockedUntil, Time.GetUtcNow() + (LockTime / 2), Time.GetUtcNow() + (LockTime * 2));
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent_and_no_more_than_asked_for()
    {
        await SendAsync(Plain, "1", "2", "3");

        Assert.Equal(["1", "2"], (await ReceiveAsync(Plain, 2)).Select(message => message.Id));
        Assert.Equal(["3"], (await ReceiveAsync(Plain, 2)).Select(message => message.Id));
    }

    [Fact]
    public async Task A_queue_does_not_see_the_messages_of_another()
    {
        await SendAsync(Plain, "1");

        Assert.Empty(await ReceiveAsync(Queues.DocumentsToCheck));
    }

    [Fact]
    public async Task A_message_is_settled_once()
    {
        await SendAsync(Plain, "1");
        var message = (await ReceiveAsync(Plain))[0];
        await Receiver.CompleteAsync(message, Ct);

        await Assert.ThrowsAsync<LockLostException>(() => Receiver.CompleteAsync(message, Ct));
    }

    [Fact]
    public async Task An_abandoned_message_comes_back_at_once_before_later_ones()
    {
        await SendAsync(Plain, "1", "2");
        await Receiver.AbandonAsync((await ReceiveAsync(Plain, 1))[0], Ct);

        Assert.Equal(["1", "2"], (await ReceiveAsync(Plain)).Select(message => message.Id));
    }

    [Fact]
    public async Task After_the_last_delivery_a_message_is_dead()
    {
        await SendAsync(Plain, "1");
        for (var delivery = 1; delivery <= Queues.Of(Plain).MaxDeliveries; delivery++)
        {
            var message = Assert.Single(await ReceiveAsync(Plain));
            Assert.Equal(delivery, message.DeliveryCount);
            await Receiver.AbandonAsync(message, Ct);
        }

        Assert.Empty(await ReceiveAsync(Plain));
        var dead = Assert.Single(await DeadLetters.ListAsync(Plain, 0, 10, Ct));
        Assert.Equal(("1", DeadLetterReasons.MaxDeliveries, Queues.Of(Plain).MaxDeliveries), (dead.Id, dead.Reason, dead.DeliveryCount));
    }

    [Fact]
    public async Task A_dead_message_keeps_its_reason_and_can_be_replayed_once()
    {
        await SendInSessionAsync(Ordered, "1", "s1", "body");
        await Receiver.DeadLetterAsync((await ReceiveAsync(Ordered))[0], "unreadable", "Not JSON.", Ct);

        var dead = Assert.Single(await DeadLetters.ListAsync(Ordered, 0, 10, Ct));
        Assert.Equal(("1", "s1", "body", "unreadable", "Not JSON."), (dead.Id, dead.Session, dead.Body, dead.Reason, dead.Description));
        Assert.InRange(dead.DeadSince, Time.GetUtcNow().AddMinutes(-2), Time.GetUtcNow().AddMinutes(2));
        Assert.True(await DeadLetters.ReplayAsync(Ordered, dead.Sequence, Ct));
        Assert.False(await DeadLetters.ReplayAsync(Ordered, dead.Sequence, Ct));

        Assert.Equal(("1", "body", 1), Assert.Single((await ReceiveAsync(Ordered)).Select(message => (message.Id, message.Body, message.DeliveryCount))));
        Assert.Empty(await DeadLetters.ListAsync(Ordered, 0, 10, Ct));
    }

    [Fact]
    public async Task Dead_letters_are_listed_in_pages_per_queue()
    {
        await SendAsync(Plain, "1", "2", "3");
        foreach (var message in await ReceiveAsync(Plain))
        {
            await Receiver.DeadLetterAsync(message, "r", "d", Ct);
        }

        var first = await DeadLetters.ListAsync(Plain, 0, 2, Ct);
        var rest = await DeadLetters.ListAsync(Plain, first[^1].Sequence, 2, Ct);

        Assert.Equal(["1", "2", "3"], first.Concat(rest).Select(dead => dead.Id));
        Assert.Empty(await DeadLetters.ListAsync(Ordered, 0, 10, Ct));
        Assert.False(await DeadLetters.ReplayAsync(Ordered, first[0].Sequence, Ct));
    }

    [Fact]
    public async Task The_same_id_is_dropped_even_when_its_message_is_already_handled()
    {
        await SendAsync(Plain, "1");
        await Receiver.CompleteAsync((await ReceiveAsync(Plain))[0], Ct);

        await SendAsync(Plain, "1");

        Assert.Empty(await ReceiveAsync(Plain));
    }

    [Fact]
    public async Task The_same_id_in_another_queue_is_another_message()
    {
        await SendAsync(Plain, "1");
        await SendAsync(Queues.DocumentsToCheck, "1");

        Assert.Single(await ReceiveAsync(Plain));
        Assert.Single(await ReceiveAsync(Queues.DocumentsToCheck));
    }

    [Fact]
    public async Task Of_a_session_only_the_first_unfinished_message_is_out()
    {
        await SendInSessionAsync(Ordered, "a1", "a", "x");
        await SendInSessionAsync(Ordered, "a2", "a", "x");
        await SendInSessionAsync(Ordered, "b1", "b", "x");

        var first = await ReceiveAsync(Ordered);
        Assert.Equal(["a1", "b1"], first.Select(message => message.Id).Order());
        Assert.Empty(await ReceiveAsync(Ordered));

        await Receiver.CompleteAsync(first.Single(message => message.Session == "a"), Ct);
        Assert.Equal(["a2"], (await ReceiveAsync(Ordered)).Select(message => message.Id));
    }

    [Fact]
    public async Task A_session_waits_for_a_message_that_was_given_back()
    {
        await SendInSessionAsync(Ordered, "a1", "a", "x");
        await SendInSessionAsync(Ordered, "a2", "a", "x");

        await Receiver.AbandonAsync((await ReceiveAsync(Ordered))[0], Ct);

        Assert.Equal(["a1"], (await ReceiveAsync(Ordered)).Select(message => message.Id));
    }

    [Fact]
    public async Task A_session_goes_on_behind_a_dead_message()
    {
        await SendInSessionAsync(Ordered, "a1", "a", "x");
        await SendInSessionAsync(Ordered, "a2", "a", "x");

        await Receiver.DeadLetterAsync((await ReceiveAsync(Ordered))[0], "r", "d", Ct);

        Assert.Equal(["a2"], (await ReceiveAsync(Ordered)).Select(message => message.Id));
    }

    [Fact]
    public async Task What_Service_Bus_would_refuse_is_refused()
    {
        await RefusedAsync(new QueueMessage(Plain, "1", new string('a', QueueMessage.MaxBytes + 1)));
        await RefusedAsync(new QueueMessage(Plain, "", "x"));
        await RefusedAsync(new QueueMessage(Plain, new string('a', 129), "x"));
        await RefusedAsync(new QueueMessage(Plain, "1", "x", Session: "not here"));
        await RefusedAsync(new QueueMessage(Ordered, "1", "x"));
    }

    [Fact]
    public async Task Many_senders_at_once_lose_and_double_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => SendAsync(Plain, $"{n / 2}")));

        Assert.Equal(100, (await ReceiveAsync(Plain, 300)).Select(message => message.Id).Distinct().Count());
        Assert.Empty(await ReceiveAsync(Plain));
    }

    protected Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit = 10) => Receiver.ReceiveAsync(queue, limit, Ct);

    protected async Task SendAsync(string queue, params string[] ids)
    {
        foreach (var id in ids)
        {
            await Sender.SendAsync(new QueueMessage(queue, id, "x"), Ct);
        }
    }

    protected Task SendInSessionAsync(string queue, string id, string session, string body) => Sender.SendAsync(new QueueMessage(queue, id, body, session), Ct);

    private async Task RefusedAsync(QueueMessage message) => await Assert.ThrowsAsync<ArgumentException>(() => Sender.SendAsync(message, Ct));
}
