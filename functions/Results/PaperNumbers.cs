using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Results;

/// <summary>One line of a book: which number a paper got.</summary>
/// <param name="Paper">What in the dossier it tells of, such as <c>02-5</c>: the form and the version of the event.</param>
public sealed record BookEntry(long Number, DossierCode Code, string Paper, DateTimeOffset At);

/// <summary>
/// Sổ đăng ký văn bản: each office has a book per kind of paper and year, numbered from 1 without a gap. A number, whose it is, and the last one
/// given are written in one batch, so that a death at any instruction leaves either all three or none; a paper that comes again gets its number again.
/// </summary>
public sealed class PaperNumbers(ITables tables, TimeProvider clock)
{
    private const string LastKey = "last";
    private const string Last = "Last";
    private const string Entry = "Entry";

    private readonly ITable _table = tables[Tables.Serials];

    /// <param name="office">Whose book.</param>
    /// <param name="book">Which, such as <c>PBS</c>.</param>
    /// <param name="year">Of the paper's date.</param>
    /// <param name="code">The dossier.</param>
    /// <param name="paper">See <see cref="BookEntry"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<long> NumberAsync(string office, string book, int year, DossierCode code, string paper, CancellationToken ct)
    {
        var partition = PartitionOf(office, book, year);
        for (var wait = 1; ; wait = Math.Min(wait * 2, 64))
        {
            if (await _table.FindAsync(partition, KeyOf(code, paper), ct) is { } given)
            {
                return given.Number(Last);
            }

            var last = await _table.FindAsync(partition, LastKey, ct);
            var number = (last?.Number(Last) ?? 0) + 1;
            try
            {
                await _table.WriteAsync(Changes(partition, last, new BookEntry(number, code, paper, clock.GetUtcNow())), ct);
                return number;
            }
            catch (StaleRowException)
            {
                await Task.Delay(Random.Shared.Next(wait), ct); // Somebody else took it: ask again.
            }
        }
    }

    /// <summary>A book's lines, by number.</summary>
    public async Task<IReadOnlyList<BookEntry>> ReadAsync(string office, string book, int year, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(PartitionOf(office, book, year), "n"), ct).Select(row => row.Json<BookEntry>(Entry)!).ToListAsync(ct);

    private static List<RowChange> Changes(string partition, TableRow? last, BookEntry entry)
    {
        var head = new TableRow(partition, LastKey, new Dictionary<string, object?> { [Last] = entry.Number }, last?.Tag);
        var json = System.Text.Json.JsonSerializer.Serialize(entry, OfficeJson.Stored);
        return
        [
            last is null ? RowChange.Insert(head) : RowChange.Replace(head),
            RowChange.Insert(new TableRow(partition, KeyOf(entry.Code, entry.Paper), new Dictionary<string, object?> { [Last] = entry.Number })),
            RowChange.Insert(
                new TableRow(
                    partition, string.Create(CultureInfo.InvariantCulture, $"n{entry.Number:D9}"), new Dictionary<string, object?> { [Entry] = json })),
        ];
    }

    private static string PartitionOf(string office, string book, int year) => string.Create(CultureInfo.InvariantCulture, $"book-{office}-{year}-{book}");

    private static string KeyOf(DossierCode code, string paper) => $"d{code}-{paper}";
}
