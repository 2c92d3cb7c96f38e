using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

/// <summary>
/// How the staff directory lies in the Reference table. A partition per person: <c>entry</c>, <c>lent-…</c> (delegations made),
/// <c>received-…</c> (a pointer to the lender; the lender's row is the truth) and <c>z-…</c> (the record, newest first).
/// A partition per office, <c>staff-of-…</c>, names its people.
/// </summary>
internal static class StaffRows
{
    public const string EntryKey = "entry";
    public const string Everybody = "staff-of-all";

    public static string Partition(string id) => $"staff-{id}";

    public static string PartitionOf(string office) => office == Identity.Duty.Everywhere ? Everybody : $"staff-of-{office}";

    public static string LentKey(string delegation) => $"lent-{delegation}";

    /// <summary>Everything but the record.</summary>
    public static RowRange File(string id) => new(Partition(id), "", "z");

    public static RowRange Record(string id) => RowRange.Prefix(Partition(id), "z-");

    public static TableRow ToRow(StaffMember member, string? tag) => Row(Partition(member.Id), EntryKey, member, tag);

    public static TableRow ToRow(Delegation delegation, string? tag) => Row(Partition(delegation.Lender), LentKey(delegation.Id), delegation, tag);

    /// <summary>Written before the delegation itself: a pointer to nothing means nothing.</summary>
    public static TableRow ToPointer(Delegation delegation) => Row(
        Partition(delegation.Receiver), $"received-{delegation.Id}", new LoanPointer(delegation.Lender, delegation.From, delegation.To), null);

    public static TableRow ToListed(string office, string id) => new(PartitionOf(office), id, new Dictionary<string, object?>());

    // Newest first; the last part keeps apart what happened at the same instant.
    public static TableRow ToRow(string id, StaffChange change) => Row(
        Partition(id),
        string.Create(
            CultureInfo.InvariantCulture,
            $"z-{DateTimeOffset.MaxValue.UtcTicks - change.At.UtcTicks:D19}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"),
        change,
        null);

    public static StaffFile ToFile(IReadOnlyList<TableRow> rows)
    {
        var entry = rows.FirstOrDefault(row => row.Key == EntryKey);
        return new StaffFile(
            entry?.Json<StaffMember>("Json"),
            entry?.Tag,
            [.. rows.Where(row => row.Key.StartsWith("lent-", StringComparison.Ordinal)).Select(row => row.Json<Delegation>("Json")!)],
            [.. rows.Where(row => row.Key.StartsWith("received-", StringComparison.Ordinal)).Select(row => row.Json<LoanPointer>("Json")!)]);
    }

    private static TableRow Row<T>(string partition, string key, T value, string? tag) =>
        new(partition, key, new Dictionary<string, object?> { ["Json"] = JsonSerializer.Serialize(value, OfficeJson.Stored) }, tag);
}

/// <summary>Says that a lender made a delegation to this person, in force at most from–to.</summary>
public sealed record LoanPointer(string Lender, DateOnly From, DateOnly To);

/// <summary>Everything the directory holds about one person.</summary>
/// <param name="Member">Null when the directory has no entry under the id.</param>
/// <param name="Tag">The entry's tag.</param>
public sealed record StaffFile(StaffMember? Member, string? Tag, IReadOnlyList<Delegation> Lent, IReadOnlyList<LoanPointer> Received)
{
    public static StaffFile Empty { get; } = new(null, null, [], []);
}
