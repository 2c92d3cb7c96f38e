using Azure.Messaging.ServiceBus;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Azure.Bus;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The contract of the queues against the stand-in, the emulator or a namespace made by infra/, and what hangs on time, in real time.</summary>
public sealed class ServiceBusQueueTests : QueueContract, IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly ServiceBusClient _bus = Servers.Bus();
    private readonly OwnMessages _queues;

    public ServiceBusQueueTests()
    {
        var sender = new ServiceBusQueueSender(_bus);
        _queues = new OwnMessages(sender, new ServiceBusQueueReceiver(_bus, Servers.BusPatience, Servers.BusHasDue), new ServiceBusDeadLetters(_bus, sender));
    }

    protected override IQueueSender Sender => _queues;

    protected override IQueueReceiver Receiver => _queues;

    protected override IDeadLetters DeadLetters => _queues;

    protected override TimeSpan LockTime => Servers.BusLock;

    protected override TimeProvider Time => TimeProvider.System;

    [Fact]
    public async Task A_scheduled_message_waits_for_its_time()
    {
        await Sender.SendAsync(new QueueMessage(Plain, "later", "x", NotBefore: DateTimeOffset.UtcNow.AddSeconds(5)), Ct);

        Assert.Empty(await ReceiveAsync(Plain));
        await Task.Delay(TimeSpan.FromSeconds(6), Ct);
        Assert.Equal(["later"], (await ReceiveAsync(Plain)).Select(message => message.Id));
    }

    [Fact]
    public async Task A_locked_message_comes_back_when_its_lock_ends_and_its_old_holder_can_settle_nothing()
    {
        await SendAsync(Plain, "1");
        var late = Assert.Single(await ReceiveAsync(Plain));

        await Task.Delay(LockTime + TimeSpan.FromSeconds(2), Ct);

        var again = Assert.Single(await ReceiveAsync(Plain));
        Assert.Equal(2, again.DeliveryCount);
        await Assert.ThrowsAsync<LockLostException>(() => Receiver.CompleteAsync(late, Ct));
        await Receiver.CompleteAsync(again, Ct);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bus.DisposeAsync();
}
