using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>
/// Lượt hỗ trợ: a citizen was helped at a counter or kiosk to file with a ministry's own system. It is help, no dossier of ours: no code, no promise, no fee.
/// </summary>
/// <param name="By">Directory id of the helper.</param>
/// <param name="PersonalNumber">The last four digits.</param>
/// <param name="MinistryCode">The code the ministry's system gave; null when it was not filed in the end.</param>
public sealed record HelpGiven(
    DateTimeOffset At, string Office, string By, string Procedure, string Applicant, string PersonalNumber, string? MinistryCode, string? Note);

/// <summary>The help an office gave, the newest first.</summary>
public sealed class HelpBook(ITables tables)
{
    private const string Json = "J";

    private readonly ITable _lists = tables[Tables.Lists];

    /// <param name="id">Of the request: sent again, it is written once.</param>
    /// <param name="help">What was done.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AddAsync(string id, HelpGiven help, CancellationToken ct)
    {
        var json = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(help, OfficeJson.Stored) };
        var key = string.Create(CultureInfo.InvariantCulture, $"h|{DateTimeOffset.MaxValue.UtcTicks - help.At.UtcTicks:D19}|{id}");
        try
        {
            await _lists.WriteAsync(
                [RowChange.Insert(new TableRow(PartitionOf(help.Office), $"k|{id}", new Dictionary<string, object?>())),
                    RowChange.Insert(new TableRow(PartitionOf(help.Office), key, json))], ct);
        }
        catch (StaleRowException)
        {
            // The same request came before.
        }
    }

    public async Task<PageOf<HelpGiven>> ListAsync(string office, PageAsked asked, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.Prefix(PartitionOf(office), "h|").After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<HelpGiven>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    private static string PartitionOf(string office) => $"help:{office}";
}
