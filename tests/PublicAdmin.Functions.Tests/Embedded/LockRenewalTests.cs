using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Embedded;

/// <summary>Locks over time that really passes, twenty times as fast: a lock of a minute ends after three seconds unless it is renewed.</summary>
public sealed class LockRenewalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("locks-");
    private readonly HurriedClock _clock = new(times: 20);
    private readonly SqliteDatabase _database;
    private readonly SqliteQueues _queues;
    private readonly SlowWorker _worker = new();

    public LockRenewalTests()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "office.db"));
        _queues = new SqliteQueues(_database, _clock);
    }

    [Fact]
    public async Task A_handler_that_takes_three_minutes_keeps_its_message()
    {
        var handled = await BeginAsync(HostSettings.Load());

        var others = await ReceivedByOthersAsync(during: TimeSpan.FromMinutes(3));
        _worker.LetGo.SetResult();
        await handled;

        Assert.Equal(0, others);
        Assert.Null(_worker.Fault);
        Assert.Equal(1, _worker.Deliveries);
        Assert.Empty(await _queues.ReceiveAsync(Queues.Notifications, 1, default));
    }

    [Fact]
    public async Task Once_renewal_has_ended_another_gets_the_message_and_the_first_can_settle_it_no_more()
    {
        var host = HostSettings.Load();
        var impatient = host with { Extensions = host.Extensions with { ServiceBus = host.ServiceBus with { MaxAutoLockRenewalDuration = TimeSpan.Zero } } };
        var handled = await BeginAsync(impatient);

        var others = await ReceivedByOthersAsync(during: TimeSpan.FromSeconds(90));
        _worker.LetGo.SetResult();
        await handled;

        Assert.Equal(1, others);
        Assert.IsType<LockLostException>(_worker.Fault);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<Task> BeginAsync(HostSettings host)
    {
        await _queues.SendAsync(new QueueMessage(Queues.Notifications, "slow", "x"), default);
        var message = Assert.Single(await _queues.ReceiveAsync(Queues.Notifications, 1, default));
        var function = new CataloguedFunction(
            "Work", typeof(SlowWorker), typeof(SlowWorker).GetMethod(nameof(SlowWorker.RunAsync))!, new ServiceBusTriggerAttribute(Queues.Notifications));
        var services = new ServiceCollection().AddSingleton(_worker).BuildServiceProvider();
        return new QueueHandler(function, new FunctionCall(function, services), _queues, host, _clock, NullLogger.Instance)
            .HandleAsync(message, TimeSpan.Zero, default);
    }

    private async Task<int> ReceivedByOthersAsync(TimeSpan during)
    {
        var (until, received) = (_clock.GetUtcNow() + during, 0);
        while (_clock.GetUtcNow() < until)
        {
            received += (await _queues.ReceiveAsync(Queues.Notifications, 1, default)).Count;
            await Task.Delay(20);
        }

        return received;
    }

    public sealed class SlowWorker
    {
        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Deliveries { get; private set; }

        public Exception? Fault { get; private set; }

        public async Task RunAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken ct)
        {
            Deliveries++;
            await LetGo.Task;
            Fault = await Record.ExceptionAsync(() => actions.CompleteMessageAsync(message, ct));
        }
    }

    /// <summary>The real clock and real timers, faster.</summary>
    private sealed class HurriedClock(int times) : TimeProvider
    {
        private readonly DateTimeOffset _start = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * times);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime / times, period / times);
    }
}
