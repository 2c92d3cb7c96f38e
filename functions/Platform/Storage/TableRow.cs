using System.Globalization;
using System.Text.Json;

namespace PublicAdmin.Platform.Storage;

/// <summary>
/// One row: two keys, a version tag and plain values. A value is a string, <see cref="long"/>, <see cref="bool"/>,
/// <see cref="DateTimeOffset"/> or byte array; a null value is the same as no value, as in Azure Tables.
/// </summary>
/// <param name="Tag">The tag the row carried when it was read; null for a row not yet written.</param>
public sealed record TableRow(string Partition, string Key, IReadOnlyDictionary<string, object?> Values, string? Tag = null)
{
    public string Text(string name) => (string)Values[name]!;

    public string? TextOrNull(string name) => Values.GetValueOrDefault(name) as string;

    public long Number(string name) => (long)Values[name]!;

    public long? NumberOrNull(string name) => Values.GetValueOrDefault(name) as long?;

    public bool Flag(string name) => Values.GetValueOrDefault(name) is true;

    public DateTimeOffset Instant(string name) => (DateTimeOffset)Values[name]!;

    public DateTimeOffset? InstantOrNull(string name) => Values.GetValueOrDefault(name) as DateTimeOffset?;

    public DateOnly? DayOrNull(string name) => TextOrNull(name) is { } day
        ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    public byte[]? BytesOrNull(string name) => Values.GetValueOrDefault(name) as byte[];

    public T Enum<T>(string name)
        where T : struct, Enum => System.Enum.Parse<T>(Text(name));

    /// <summary>A value that was stored as JSON text.</summary>
    public T? Json<T>(string name) => TextOrNull(name) is { } json ? JsonSerializer.Deserialize<T>(json, OfficeJson.Stored) : default;
}

public enum ChangeKind { Insert, Replace, Upsert, Delete }

/// <summary>One line of a batch. Insert: must not exist yet. Replace and Delete: must exist, and be unchanged when the row carries a tag.</summary>
public sealed record RowChange(ChangeKind Kind, TableRow Row)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    public static RowChange Insert(TableRow row) => new(ChangeKind.Insert, row);

    public static RowChange Replace(TableRow row) => new(ChangeKind.Replace, row);

    public static RowChange Upsert(TableRow row) => new(ChangeKind.Upsert, row);

    public static RowChange Delete(string partition, string key, string? tag = null) => new(ChangeKind.Delete, new TableRow(partition, key, Nothing, tag));
}

/// <summary>
/// The keys of one partition from <paramref name="From"/> (included unless <paramref name="Exclusive"/>) up to, not including, <paramref name="To"/>, in
/// ordinal order.
/// </summary>
public sealed record RowRange(string Partition, string From, string? To, bool Exclusive = false)
{
    public static RowRange All(string partition) => new(partition, "", null);

    /// <summary>Keys that begin with a prefix: up to the first text behind all of them. (A bound of U+FFFF would be no character Azure need accept.)</summary>
    public static RowRange Prefix(string partition, string prefix) =>
        new(partition, prefix, prefix.Length == 0 ? null : string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]));

    /// <summary>The same range, continued behind the last key of a page; a key before the range leaves it as it is, for a cursor comes from outside.</summary>
    public RowRange After(string? key) => key is null || string.CompareOrdinal(key, From) < 0 ? this : this with { From = key, Exclusive = true };
}

/// <summary>Rows in key order, and whether the range holds more behind them.</summary>
public sealed record RowPage(IReadOnlyList<TableRow> Rows, bool More);
