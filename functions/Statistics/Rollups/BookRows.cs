using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// How the books lie in table Statistics: one partition per generation with its head, cells (<c>c|</c>), facts (<c>f|</c>, by code, so by receiving office
/// and day), facts on their way in (<c>n|</c>) and, for offices the code does not begin with, where to find a fact (<c>x|</c>). All column names stand here.
/// </summary>
internal static class BookRows
{
    public const string HeadKey = "head";
    public const string FactPrefix = "f|";
    public const string PendingPrefix = "n|";
    public const string ElsewherePrefix = "x|";

    private const string Json = "J";
    private const string Sequence = "S";
    private const string Owner = "O";
    private const string Applying = "A";
    private const string RenewedAt = "R";

    public static string PartitionOf(string generation) => $"g:{generation}";

    public static TableRow ToHead(string partition, BookHead head) => new(
        partition,
        HeadKey,
        new Dictionary<string, object?> { [Sequence] = head.Sequence, [Owner] = head.Owner, [Applying] = head.Applying, [RenewedAt] = head.RenewedAt },
        head.Tag);

    public static BookHead ToHead(TableRow? row) => row is null
        ? BookHead.Empty
        : new(row.Number(Sequence), row.Text(Owner), row.Flag(Applying), row.Instant(RenewedAt), row.Tag);

    public static TableRow ToCell(string partition, CellKey key, RollUpCell cell) => new(
        partition, key.ToRowKey(), new Dictionary<string, object?> { [Json] = cell.Tally.ToJson(), [Sequence] = cell.Sequence }, cell.Tag);

    public static RollUpCell ToCell(TableRow row) => new(Tally.From(row.Text(Json)), row.Number(Sequence), row.Tag);

    public static string FactKey(string code) => FactPrefix + code;

    public static TableRow ToFact(string partition, Fact fact) => Row(partition, FactKey(fact.Code.ToString()), fact);

    public static string PendingKey(BookHead head, string code) => $"{PendingUntil(head.Sequence)}{head.Owner}|{code}";

    /// <summary>Pending facts of earlier roll-ups have keys before this one.</summary>
    public static string PendingUntil(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{PendingPrefix}{sequence:D10}|");

    public static TableRow ToPending(string partition, BookHead head, Fact fact) => Row(partition, PendingKey(head, fact.Code.ToString()), fact);

    public static Fact ToFact(TableRow row) => Fact.From(row.Text(Json));

    /// <summary>Empty rows that say: this office has had this dossier too.</summary>
    public static IEnumerable<TableRow> ToElsewhere(string partition, Fact fact) => fact.OfficesTouched()
        .Where(office => office != OfficeOf(fact.Code))
        .Select(office => new TableRow(partition, $"{ElsewherePrefix}{office}|{fact.Code}", new Dictionary<string, object?>()));

    /// <summary>The office a code begins with.</summary>
    public static string OfficeOf(DossierCode code) => code.ToString().Split('-')[0];

    private static TableRow Row(string partition, string key, Fact fact) => new(partition, key, new Dictionary<string, object?> { [Json] = fact.ToJson() });
}

/// <summary>How far the books of one generation are.</summary>
/// <param name="Sequence">Of the last roll-up that was begun.</param>
/// <param name="Owner">Whose pending facts it takes in.</param>
/// <param name="Applying">It has not been carried to its end.</param>
/// <param name="RenewedAt">When it was begun.</param>
public sealed record BookHead(long Sequence, string Owner, bool Applying, DateTimeOffset RenewedAt, string? Tag)
{
    public static BookHead Empty { get; } = new(0, "", false, DateTimeOffset.UnixEpoch, null);
}

/// <summary>A row of the roll-ups as it was read.</summary>
/// <param name="Sequence">The last roll-up that changed it: it is not counted into it twice.</param>
internal sealed record RollUpCell(Tally Tally, long Sequence, string? Tag);
