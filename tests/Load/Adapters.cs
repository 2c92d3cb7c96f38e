using System.Diagnostics;
using System.Globalization;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Load;

/// <summary>The stores of the embedded edition alone, without HTTP: what everything above them can reach at most.</summary>
internal static class Adapters
{
    private const int Rows = 20_000;
    private const int Callers = 64;

    public static async Task MeasureAsync(LoadOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("office-load-");
        try
        {
            using var database = new SqliteDatabase(Path.Combine(folder.FullName, "office.db"));
            var table = new SqliteTables(database)[Tables.Dossiers];
            var queues = new SqliteQueues(database, TimeProvider.System);
            await RateAsync("table writes, one caller", 1, options, n => WriteAsync(table, $"one{n}"));
            await RateAsync("table writes, 64 callers", Callers, options, n => WriteAsync(table, $"many{n}"));
            await Parallel.ForAsync(0, Rows, async (n, _) => await WriteAsync(table, $"row{n}"));
            await RateAsync("table point reads, one caller", 1, options, n => table.FindAsync($"row{n % Rows}", "head", default));
            await RateAsync("messages sent, received and completed, 64 callers", Callers, options, n => PassAsync(queues, n));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task WriteAsync(ITable table, string partition) =>
        table.WriteAsync([RowChange.Insert(new TableRow(partition, "head", new Dictionary<string, object?> { ["State"] = new string('x', 600) }))], default);

    private static async Task PassAsync(SqliteQueues queues, long n)
    {
        await queues.SendAsync(new QueueMessage(Queues.Notifications, n.ToString(CultureInfo.InvariantCulture), "{}"), default);
        foreach (var message in await queues.ReceiveAsync(Queues.Notifications, 1, default))
        {
            await queues.CompleteAsync(message, default);
        }
    }

    private static async Task RateAsync(string what, int callers, LoadOptions options, Func<long, Task> act)
    {
        var (n, since, length) = (0L, Stopwatch.GetTimestamp(), options.Length / 2);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(since) < length)
            {
                await act(Interlocked.Increment(ref n));
            }
        })));
        Report.Print($"{what}", n / Stopwatch.GetElapsedTime(since).TotalSeconds, "/s");
    }
}
