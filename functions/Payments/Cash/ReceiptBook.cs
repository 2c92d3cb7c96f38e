using System.Globalization;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Cash;

/// <summary>A number is asked for.</summary>
/// <param name="Key">Of the request or the order: the same again is the same number.</param>
/// <param name="By">Who collects.</param>
/// <param name="Replaces">The number it takes the place of; its money was counted with that one.</param>
public sealed record ReceiptAsked(
    string Office, DossierCode Code, string Key, long Amount, PaymentWay Way, string By, DateTimeOffset At, string? Replaces = null)
{
    internal DateOnly Day => DateOnly.FromDateTime(At.Here().DateTime);
}

/// <summary>One line of the book.</summary>
/// <param name="Text">Symbol and number, as on the receipt.</param>
public sealed record ReceiptLine(
    long Number, string Text, DossierCode Code, long Amount, PaymentWay Way, string By, DateTimeOffset At, string? Replaces = null);

/// <summary>
/// Sổ biên lai of an office and year: numbers from 1 without a gap, each with its line. The number, whose it is, the last one given and the day it counts
/// to are written in one batch, and a day that is closed takes no more cash. Whether a line holds is for its dossier to say.
/// </summary>
public sealed class ReceiptBook(ITables tables)
{
    private const string LastKey = "last";
    internal const string Number = "N";
    internal const string Json = "J";

    private readonly ITable _table = tables[Tables.Payments];

    public async Task<Result<ReceiptLine>> KeepAsync(ReceiptAsked asked, CancellationToken ct)
    {
        var partition = PartitionOf(asked.Office, asked.Day.Year);
        for (var wait = 1; ; wait = Math.Min(wait * 2, 64))
        {
            if (await _table.FindAsync(partition, KeyOf(asked), ct) is { } given)
            {
                return (await _table.FindAsync(partition, LineKey(given.Number(Number)), ct))!.Json<ReceiptLine>(Json)!;
            }

            var (last, day) = (await _table.FindAsync(partition, LastKey, ct), await _table.FindAsync(partition, DayKey(asked.Day, asked.By), ct));
            if (asked.Way is PaymentWay.Cash && day?.TextOrNull(Json) is not null)
            {
                return PaymentRefusals.DayClosed.With(asked.Day);
            }

            var number = (last?.Number(Number) ?? 0) + 1;
            var line = new ReceiptLine(
                number, ReceiptNumber.Of(asked.Office, asked.Day.Year, number), asked.Code, asked.Amount, asked.Way, asked.By, asked.At, asked.Replaces);
            try
            {
                await _table.WriteAsync(Changes(partition, asked, line, last, day), ct);
                return line;
            }
            catch (StaleRowException)
            {
                await Task.Delay(Random.Shared.Next(wait), ct); // Somebody else took it, or closed the day: ask again.
            }
        }
    }

    private static List<RowChange> Changes(string partition, ReceiptAsked asked, ReceiptLine line, TableRow? last, TableRow? day)
    {
        var json = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(line, OfficeJson.Stored) };
        List<RowChange> changes =
        [
            Counted(new TableRow(partition, LastKey, new Dictionary<string, object?> { [Number] = line.Number }, last?.Tag)),
            RowChange.Insert(new TableRow(partition, KeyOf(asked), new Dictionary<string, object?> { [Number] = line.Number })),
            RowChange.Insert(new TableRow(partition, LineKey(line.Number), json)),
        ];
        if (asked.Way is PaymentWay.Cash)
        {
            var key = DayKey(asked.Day, asked.By);
            changes.Add(Counted(new TableRow(partition, key, new Dictionary<string, object?> { [Number] = (day?.Number(Number) ?? 0) + 1 }, day?.Tag)));
            changes.Add(RowChange.Insert(new TableRow(partition, string.Create(CultureInfo.InvariantCulture, $"i{key[1..]}|{line.Number:D9}"), json)));
        }

        return changes;
    }

    private static RowChange Counted(TableRow row) => row.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row);

    private static string LineKey(long number) => string.Create(CultureInfo.InvariantCulture, $"n{number:D9}");

    private static string KeyOf(ReceiptAsked asked) => $"k{asked.Code}|{RequestKeys.Shorten(asked.Key)}";

    internal static string DayKey(DateOnly day, string by) => string.Create(CultureInfo.InvariantCulture, $"d{day:yyyyMMdd}|{RequestKeys.Shorten(by)}");

    internal static string PartitionOf(string office, int year) => string.Create(CultureInfo.InvariantCulture, $"book:{office}:{year}");
}
