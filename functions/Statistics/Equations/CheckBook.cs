using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Equations;

/// <summary>Keeps what the last check found: while that is not nothing, no period is published.</summary>
public sealed partial class CheckBook(ITables tables, BookShelf shelf, RollUpRound round, EquationCheck check, ILogger<CheckBook> log)
{
    private const string Partition = "books";
    private const string LastKey = "checked";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Statistics];

    /// <summary>Takes in what has changed, then checks everything.</summary>
    public async Task<BookCheck> RunAsync(CancellationToken ct)
    {
        await Contention.UntilWrittenAsync(() => round.RunAsync(ct), ct); // Of two who take in at once, the second takes in what is left.
        var found = await check.RunAsync(await shelf.PresentAsync(ct), ct);
        await _table.WriteAsync(
            [RowChange.Upsert(
                new TableRow(Partition, LastKey, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(Short(found), OfficeJson.Stored) }))], ct);
        if (!found.Balanced)
        {
            LogUnbalanced(found.Findings[0].Codes is [var first, ..] ? first : null);
        }

        return found;
    }

    /// <summary>Null when nobody has checked yet.</summary>
    public async Task<BookCheck?> LastAsync(CancellationToken ct) => (await _table.FindAsync(Partition, LastKey, ct))?.Json<BookCheck>(Json);

    [LoggerMessage(LogLevel.Error, "The books do not balance; the first dossier to look at is {Code}.", EventName = "BooksUnbalanced")]
    private partial void LogUnbalanced(string? code);

    // A value of a row holds 64 KiB.
    private static BookCheck Short(BookCheck found) =>
        found with { Findings = [.. found.Findings.Take(20).Select(finding => finding with { Codes = [.. finding.Codes.Take(5)] })] };
}
