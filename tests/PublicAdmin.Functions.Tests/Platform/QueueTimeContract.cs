using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter must do as time passes. Only where a test can move the time: no server waits for one.</summary>
public abstract class QueueTimeContract : QueueContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    protected sealed override TimeProvider Time => Clock;

    protected FixedClock Clock { get; } = new(DateTimeOffset.Parse("2026-11-20T02:00Z", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_completed_message_never_comes_again()
    {
        await SendAsync(Plain, "1");
        await Receiver.CompleteAsync((await ReceiveAsync(Plain))[0], Ct);

        Clock.Advance(LockTime * 2);

        Assert.Empty(await ReceiveAsync(Plain));
    }

    [Fact]
    public async Task A_locked_message_is_hidden_until_its_lock_ends()
    {
        await SendAsync(Plain, "1");
        await ReceiveAsync(Plain);

        Clock.Advance(LockTime - TimeSpan.FromSeconds(1));
        Assert.Empty(await ReceiveAsync(Plain));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Assert.Single(await ReceiveAsync(Plain)).DeliveryCount);
    }

    [Fact]
    public async Task A_renewed_lock_holds_longer()
    {
        await SendAsync(Plain, "1");
        var message = (await ReceiveAsync(Plain))[0];

        Clock.Advance(LockTime / 2);
        message = await Receiver.RenewAsync(message, Ct);
        Clock.Advance(LockTime * 0.75);

        Assert.Empty(await ReceiveAsync(Plain));
        await Receiver.CompleteAsync(message, Ct);
    }

    [Fact]
    public async Task Who_lost_the_lock_can_settle_nothing()
    {
        await SendAsync(Plain, "1");
        var late = (await ReceiveAsync(Plain))[0];
        Clock.Advance(LockTime);

        await Assert.ThrowsAsync<LockLostException>(() => Receiver.CompleteAsync(late, Ct));
        await Assert.ThrowsAsync<LockLostException>(() => Receiver.RenewAsync(late, Ct));
        var again = (await ReceiveAsync(Plain))[0];
        await Assert.ThrowsAsync<LockLostException>(() => Receiver.AbandonAsync(late, Ct));
        await Assert.ThrowsAsync<LockLostException>(() => Receiver.DeadLetterAsync(late, "r", "d", Ct));
        await Receiver.CompleteAsync(again, Ct);
    }

    [Fact]
    public async Task A_message_whose_handler_never_answers_is_dead_after_its_last_delivery()
    {
        await SendAsync(Plain, "1");
        for (var delivery = 1; delivery <= Queues.Of(Plain).MaxDeliveries; delivery++)
        {
            Assert.Single(await ReceiveAsync(Plain));
            Clock.Advance(LockTime);
        }

        Assert.Empty(await ReceiveAsync(Plain));
        Assert.Single(await DeadLetters.ListAsync(Plain, 0, 10, Ct));
    }

    [Fact]
    public async Task A_scheduled_message_waits_for_its_time()
    {
        await Sender.SendAsync(new QueueMessage(Plain, "later", "x", NotBefore: Clock.GetUtcNow() + TimeSpan.FromHours(1)), Ct);
        await SendAsync(Plain, "now");

        Assert.Equal(["now"], (await ReceiveAsync(Plain)).Select(message => message.Id));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("later", (await ReceiveAsync(Plain)).Select(message => message.Id));
    }

    [Fact]
    public async Task The_same_id_is_dropped_within_the_window_and_taken_after_it()
    {
        await SendAsync(Plain, "1");
        Clock.Advance(Queues.Of(Plain).DuplicateWindow - TimeSpan.FromSeconds(1));
        await SendAsync(Plain, "1");
        Assert.Single(await ReceiveAsync(Plain));

        Clock.Advance(TimeSpan.FromSeconds(2));
        await SendAsync(Plain, "1");
        Assert.Single(await ReceiveAsync(Plain));
    }
}
