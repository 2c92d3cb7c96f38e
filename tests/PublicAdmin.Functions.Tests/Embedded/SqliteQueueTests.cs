using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Embedded;

public sealed class SqliteQueueTests : QueueTimeContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("queues-");
    private SqliteDatabase _database;
    private SqliteQueues _queues;

    public SqliteQueueTests() => (_database, _queues) = Open();

    protected override IQueueSender Sender => _queues;

    protected override IQueueReceiver Receiver => new SqliteReceiver(_queues);

    protected override IDeadLetters DeadLetters => new SqliteDeadLetters(_database, _queues, Clock);

    [Fact]
    public async Task After_a_restart_messages_are_there_in_order_and_locks_are_gone()
    {
        await SendInSessionAsync(Queues.DossierEvents, "a1", "a", "x");
        await SendInSessionAsync(Queues.DossierEvents, "a2", "a", "x");
        await ReceiveAsync(Queues.DossierEvents);

        Restart();

        var message = Assert.Single(await ReceiveAsync(Queues.DossierEvents));
        Assert.Equal(("a1", 2), (message.Id, message.DeliveryCount));
    }

    [Fact]
    public async Task After_a_restart_an_id_is_still_known_and_a_scheduled_message_still_waits()
    {
        await SendAsync(Queues.Notifications, "1");
        await Sender.SendAsync(new QueueMessage(Queues.Notifications, "later", "x", NotBefore: Clock.GetUtcNow() + TimeSpan.FromHours(1)), default);
        Restart();

        await SendAsync(Queues.Notifications, "1");

        Assert.Equal(["1"], (await ReceiveAsync(Queues.Notifications)).Select(message => message.Id));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["1", "later"], (await ReceiveAsync(Queues.Notifications)).Select(message => message.Id));
    }

    [Fact]
    public async Task What_was_due_before_the_clock_was_set_back_does_not_wait_for_the_old_time()
    {
        await SendAsync(Queues.Notifications, "now");
        await Sender.SendAsync(new QueueMessage(Queues.Notifications, "in a minute", "x", NotBefore: Clock.GetUtcNow() + TimeSpan.FromMinutes(1)), default);
        Clock.Advance(TimeSpan.FromHours(-72));

        Restart();

        Assert.Equal(["now"], (await ReceiveAsync(Queues.Notifications)).Select(message => message.Id));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("in a minute", (await ReceiveAsync(Queues.Notifications)).Select(message => message.Id));
    }

    [Fact]
    public async Task A_take_that_the_full_disk_refuses_counts_nothing_and_holds_nothing()
    {
        await SendAsync(Queues.Notifications, "1");
        await Receiver.AbandonAsync(
            Assert.Single(await ReceiveAsync(Queues.Notifications)), default); // The first delivery is not written down; all others are.
        for (var refused = 0; refused < 15; refused++)
        {
            await RefuseWritesAsync(true);
            await Assert.ThrowsAsync<SqliteFault>(() => ReceiveAsync(Queues.Notifications));
            await RefuseWritesAsync(false);
        }

        var message = Assert.Single(await ReceiveAsync(Queues.Notifications));
        Assert.Equal(2, message.DeliveryCount);
        Assert.Empty(await DeadLetters.ListAsync(Queues.Notifications, 0, 10, default));
    }

    [Fact]
    public async Task A_message_that_killed_the_process_ten_times_is_dead()
    {
        await SendAsync(Queues.Notifications, "1");
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            Assert.Single(await ReceiveAsync(Queues.Notifications));
            Restart();
        }

        Assert.Empty(await ReceiveAsync(Queues.Notifications));
        Assert.Single(await DeadLetters.ListAsync(Queues.Notifications, 0, 10, default));
    }

    [Fact]
    public async Task Ids_of_long_ago_are_forgotten_on_the_disk()
    {
        await SendAsync(Queues.Notifications, "1");
        Clock.Advance(TimeSpan.FromMinutes(20));
        await SendAsync(Queues.Notifications, "2");

        var kept = _database.Read(0, (connection, _) =>
        {
            var count = connection.Prepare("SELECT (SELECT COUNT(*) FROM SeenEven) + (SELECT COUNT(*) FROM SeenOdd)");
            count.Step();
            return count.Number(0);
        });

        Assert.Equal(1, kept);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    // What a full disk answers, at a moment of the test's choice.
    private Task<int> RefuseWritesAsync(bool refuse) => _database.WriteAsync(connection =>
    {
        connection.Execute(refuse
            ? "CREATE TEMP TRIGGER Full BEFORE UPDATE ON main.Messages BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "DROP TRIGGER Full");
        return 0;
    });

    private void Restart()
    {
        _database.Dispose();
        (_database, _queues) = Open();
    }

    private (SqliteDatabase Database, SqliteQueues Queues) Open()
    {
        var database = new SqliteDatabase(Path.Combine(_folder.FullName, "office.db"));
        return (database, new SqliteQueues(database, Clock));
    }
}
