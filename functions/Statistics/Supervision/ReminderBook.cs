using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>Reminders and their answers: by office, the newest first; those that wait for an answer also by its last day.</summary>
public sealed class ReminderBook(ITables tables)
{
    private const string Partition = "reminders";
    private const string Waiting = "reminders-waiting";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Statistics];

    public static string IdOf(string caller, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}|{key}")).AsSpan(0, 8));

    /// <summary>Keeps it; one that is there already stays as it is.</summary>
    public async Task<Reminder> AddAsync(Reminder reminder, CancellationToken ct)
    {
        if (await FindAsync(reminder.Office, reminder.Id, ct) is { Reminder: { } known })
        {
            return known;
        }

        await _table.WriteAsync([RowChange.Upsert(new TableRow(Waiting, WaitingKey(reminder), new Dictionary<string, object?>()))], ct);
        await _table.WriteAsync([RowChange.Upsert(Row(reminder, null))], ct); // Second: of one nobody kept, the clock finds nothing.
        return reminder;
    }

    public async Task<(Reminder? Reminder, string? Tag)> FindAsync(string office, string id, CancellationToken ct)
    {
        await foreach (var row in _table.ReadAllAsync(RowRange.Prefix(Partition, $"{office}|"), ct))
        {
            if (row.Key.EndsWith($"|{id}", StringComparison.Ordinal))
            {
                return (row.Json<Reminder>(Json), row.Tag);
            }
        }

        return (null, null);
    }

    /// <exception cref="StaleRowException">Somebody answered meanwhile.</exception>
    public async Task<Reminder> AnswerAsync(Reminder reminder, string tag, ReminderAnswer answer, CancellationToken ct)
    {
        var answered = reminder with { Answer = answer };
        await _table.WriteAsync([RowChange.Replace(Row(answered, tag))], ct);
        await _table.WriteAsync([RowChange.Delete(Waiting, WaitingKey(reminder))], ct); // Left over, it names one that is answered, and nobody is told.
        return answered;
    }

    /// <summary>Those nobody has answered though their last day is over.</summary>
    public async IAsyncEnumerable<Reminder> UnansweredAsync(DateOnly today, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in _table.ReadAllAsync(new RowRange(Waiting, "", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)), ct))
        {
            if (row.Key.Split('|') is [_, var office, var id] && (await FindAsync(office, id, ct)).Reminder is { Answer: null } open)
            {
                yield return open;
            }
        }
    }

    /// <summary>Of one office, or of all.</summary>
    public async Task<PageOf<ReminderView>> ListAsync(string? office, DateOnly today, PageAsked page, CancellationToken ct)
    {
        var range = office is null ? RowRange.All(Partition) : RowRange.Prefix(Partition, $"{office}|");
        var rows = await _table.ScanAsync(range.After(page.After), page.Limit, ct);
        return new([.. rows.Rows.Select(row => row.Json<Reminder>(Json)!).Select(one => new ReminderView(one, one.TierOn(today)))],
            rows.More ? PageAsked.CursorOf(rows.Rows[^1].Key) : null);
    }

    private static string WaitingKey(Reminder reminder) =>
        string.Create(CultureInfo.InvariantCulture, $"{reminder.AnswerBy:yyyyMMdd}|{reminder.Office}|{reminder.Id}");

    private static TableRow Row(Reminder reminder, string? tag) => new(
        Partition,
        string.Create(CultureInfo.InvariantCulture, $"{reminder.Office}|{DateTimeOffset.MaxValue.UtcTicks - reminder.At.UtcTicks:D19}|{reminder.Id}"),
        new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(reminder, OfficeJson.Stored) },
        tag);
}
