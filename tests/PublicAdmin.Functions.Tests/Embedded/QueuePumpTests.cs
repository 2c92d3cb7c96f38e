using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>How the host treats a queue function: fast or slow, failing or forgetful.</summary>
public sealed class QueuePumpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pump-");
    private readonly SqliteDatabase _database;
    private readonly FixedClock _clock = new(DateTimeOffset.Parse("2026-11-20T02:00Z"));
    private readonly SqliteQueues _queues;
    private readonly Worker _worker = new();

    public QueuePumpTests()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "office.db"));
        _queues = new SqliteQueues(_database, _clock);
    }

    [Fact]
    public async Task A_message_its_handler_fails_at_comes_ten_times_and_is_then_dead()
    {
        _worker.Broken = true;
        await SendAsync(1);

        for (var delivery = 0; await HandleOneAsync(); delivery++)
        {
            Assert.InRange(delivery, 0, 9);
        }

        Assert.Equal(Enumerable.Range(1, 10), _worker.Deliveries);
        Assert.Equal(
            DeadLetterReasons.MaxDeliveries,
            Assert.Single(await new SqliteDeadLetters(_database, _queues, _clock).ListAsync(Queues.Notifications, 0, 10, default)).Reason);
    }

    [Fact]
    public async Task A_message_its_handler_forgets_to_settle_comes_again()
    {
        _worker.Forgetful = true;
        await SendAsync(1);

        await HandleOneAsync();
        await HandleOneAsync();

        Assert.Equal([1, 2], _worker.Deliveries);
    }

    [Fact]
    public async Task No_more_run_at_once_than_allowed()
    {
        await SendAsync(10);
        using var pump = Pump(concurrency: 3);
        pump.Start();
        await UntilAsync(() => _worker.Running == 3);

        for (var handled = 0; handled < 10; handled++)
        {
            Assert.InRange(_worker.Running, 0, 3);
            _worker.LetGo.Release();
        }

        await UntilAsync(() => _worker.Deliveries.Count == 10 && _worker.Running == 0);
        Assert.Equal(3, _worker.Most);
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_being_handled_and_begins_nothing_new()
    {
        await SendAsync(3);
        using var pump = Pump(concurrency: 1);
        pump.Start();
        await UntilAsync(() => _worker.Running == 1);

        var stopped = pump.StopAsync(default);
        Assert.False(stopped.IsCompleted);
        _worker.LetGo.Release(3);
        await stopped;

        Assert.Single(_worker.Deliveries);
        Assert.Equal(2, (await _queues.ReceiveAsync(Queues.Notifications, 10, default)).Count);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task SendAsync(int messages)
    {
        for (var n = 0; n < messages; n++)
        {
            await _queues.SendAsync(new QueueMessage(Queues.Notifications, $"{n}", "x"), default);
        }
    }

    private async Task<bool> HandleOneAsync()
    {
        _worker.LetGo.Release();
        var received = await _queues.ReceiveAsync(Queues.Notifications, 1, default);
        foreach (var message in received)
        {
            await Handler().HandleAsync(message, TimeSpan.Zero, default);
        }

        return received.Count > 0;
    }

    private QueuePump Pump(int concurrency) => new(Handler(), _queues, concurrency, NullLogger.Instance);

    private QueueHandler Handler()
    {
        var function = new CataloguedFunction(
            "Work", typeof(Worker), typeof(Worker).GetMethod(nameof(Worker.RunAsync))!, new ServiceBusTriggerAttribute(Queues.Notifications));
        var services = new ServiceCollection().AddSingleton(_worker).BuildServiceProvider();
        return new QueueHandler(function, new FunctionCall(function, services), _queues, HostSettings.Load(), _clock, NullLogger.Instance);
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!happened())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public sealed class Worker : IDisposable
    {
        private readonly Lock _gate = new();

        public bool Broken { get; set; }

        public bool Forgetful { get; set; }

        /// <summary>One handler may end for each release.</summary>
        public SemaphoreSlim LetGo { get; } = new(0);

        public int Running { get; private set; }

        public int Most { get; private set; }

        public List<int> Deliveries { get; } = [];

        public async Task RunAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken ct)
        {
            Count(1, message.DeliveryCount);
            await LetGo.WaitAsync(ct);
            Count(-1, null);
            if (Broken)
            {
                throw new InvalidOperationException("broken");
            }

            if (!Forgetful)
            {
                await actions.CompleteMessageAsync(message, ct);
            }
        }

        public void Dispose() => LetGo.Dispose();

        private void Count(int change, int? delivery)
        {
            lock (_gate)
            {
                Running += change;
                Most = Math.Max(Most, Running);
                if (delivery is { } number)
                {
                    Deliveries.Add(number);
                }
            }
        }
    }
}
