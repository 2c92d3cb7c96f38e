using System.Globalization;
using System.Text.Json;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Notifications.Staff;

/// <summary>One line of the staff inbox.</summary>
/// <param name="Id">Its key, for marking it read.</param>
/// <param name="Words">What it says; null for a task whose words are written when it is read (<see cref="CounterTasks"/>).</param>
/// <param name="ToTell">What somebody at the counter has to tell; null for other lines.</param>
/// <param name="Read">Whether this reader has read it.</param>
public sealed record InboxItem(string Id, DateTimeOffset At, string Letter, string? Code, InboxWords? Words, Notice? ToTell = null, bool Read = false);

/// <summary>The words of a line of the inbox.</summary>
public sealed record InboxWords(Text Subject, Text Body)
{
    public static InboxWords Of(Letter vi, Letter en) => new(new(vi.Subject, en.Subject), new(vi.Body, en.Body));
}

/// <summary>
/// The staff inbox (hộp thư công việc). What concerns a role of an office lies once in that role's partition, so that whoever holds the
/// duty tomorrow finds it too; who has read it is each reader's own.
/// </summary>
public sealed class Inbox(ITables tables)
{
    private const string Json = "Json";
    private readonly ITable _lists = tables[Tables.Lists];

    public static string BoxOf(string staff) => $"in:{staff}";

    public static string BoxOf(Role role, string office) => $"in:{role}@{office}";

    /// <summary>Put in twice, it lies there once.</summary>
    public Task PutAsync(string box, string noticeId, InboxItem item, CancellationToken ct)
    {
        // Newest first.
        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - item.At.UtcTicks:D19}|{noticeId}");
        return _lists.WriteAsync(
            [RowChange.Upsert(
                new TableRow(box, key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(item, OfficeJson.Stored) }))], ct);
    }

    /// <summary>The newest of all boxes a caller may open.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListAsync(Caller caller, int limit, string? after, CancellationToken ct)
    {
        var items = new List<InboxItem>();
        foreach (var box in BoxesOf(caller))
        {
            var page = await _lists.ScanAsync(RowRange.All(box).After(after), limit, ct);
            items.AddRange(page.Rows.Select(row => row.Json<InboxItem>(Json)! with { Id = row.Key }));
        }

        var newest = items.DistinctBy(item => item.Id).OrderBy(item => item.Id, StringComparer.Ordinal).Take(limit).ToList();
        var read = await ReadAsync(caller, newest, ct);
        return [.. newest.Select(item => item with { Read = read.Contains(item.Id) })];
    }

    /// <summary>Of marks for items nobody has, nothing follows.</summary>
    public Task MarkReadAsync(Caller caller, string id, CancellationToken ct) =>
        _lists.WriteAsync([RowChange.Upsert(new TableRow(ReadOf(caller), id, new Dictionary<string, object?>()))], ct);

    /// <summary>Takes out every line about a dossier.</summary>
    /// <param name="code">Which dossier.</param>
    /// <param name="offices">Those that had it in hand.</param>
    /// <param name="staff">Whoever may have had a line of their own; others are passed over.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ForgetAsync(string code, IEnumerable<string> offices, IEnumerable<string?> staff, CancellationToken ct)
    {
        var boxes = offices.SelectMany(office => Enum.GetValues<Role>().Select(role => BoxOf(role, office))).Concat(staff.OfType<string>().Select(BoxOf));
        foreach (var box in boxes.Distinct(StringComparer.Ordinal))
        {
            var lines = await _lists.ReadAllAsync(RowRange.All(box), ct).Where(row => row.Json<InboxItem>(Json)!.Code == code).ToListAsync(ct);
            await _lists.DeleteAllAsync(lines, ct);
        }
    }

    private async Task<HashSet<string>> ReadAsync(Caller caller, List<InboxItem> items, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var range = new RowRange(ReadOf(caller), items[0].Id, items[^1].Id + '\uFFFF');
        return await _lists.ReadAllAsync(range, ct).Select(row => row.Key).ToHashSetAsync(StringComparer.Ordinal, ct);
    }

    private static IEnumerable<string> BoxesOf(Caller caller) =>
        [BoxOf(caller.Id), .. caller.Duties.Where(duty => duty.Office != Duty.Everywhere).Select(duty => BoxOf(duty.Role, duty.Office)).Distinct()];

    private static string ReadOf(Caller caller) => $"inr:{caller.Id}";
}
