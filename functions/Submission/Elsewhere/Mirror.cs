using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>
/// Hồ sơ do Bộ, ngành giải quyết: a dossier of a ministry's own system as the province may see and urge it. Read-only: the ministry's code, status,
/// promise and result; no clock, fee or form of ours, and counted apart.
/// </summary>
/// <param name="Code">The ministry's.</param>
/// <param name="Office">The commune it concerns.</param>
/// <param name="PersonalNumber">The last four digits.</param>
/// <param name="ChangedAt">When the ministry's system changed it; an older message changes nothing.</param>
public sealed record Mirror(
    string Code, string Procedure, string Office, string Applicant, string PersonalNumber, NationalStatus Status, DateTimeOffset SubmittedAt,
    DateTimeOffset? PromisedAt, string? ResultLink,
    DateTimeOffset ChangedAt);

/// <summary>The mirrors of an office, by the ministry's code.</summary>
public sealed class MirrorBook(ITables tables)
{
    private const string Json = "J";

    private readonly ITable _lists = tables[Tables.Lists];

    /// <returns>What stands now: the newest the ministry has said.</returns>
    public async Task<Mirror> PutAsync(Mirror mirror, CancellationToken ct)
    {
        while (true)
        {
            var kept = await _lists.FindAsync(PartitionOf(mirror.Office), KeyOf(mirror.Code), ct);
            if (kept?.Json<Mirror>(Json) is { } known && known.ChangedAt >= mirror.ChangedAt)
            {
                return known;
            }

            var row = new TableRow(
                PartitionOf(mirror.Office), KeyOf(mirror.Code),
                new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(mirror, OfficeJson.Stored) }, kept?.Tag);
            try
            {
                await _lists.WriteAsync([kept is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
                return mirror;
            }
            catch (StaleRowException)
            {
                // Another message of the same dossier came at the same time: see which is newer.
            }
        }
    }

    public async Task<PageOf<Mirror>> ListAsync(string office, PageAsked asked, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.All(PartitionOf(office)).After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<Mirror>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    /// <summary>All mirrors of an office, to be counted.</summary>
    public IAsyncEnumerable<Mirror> ReadAsync(string office, CancellationToken ct) =>
        _lists.ReadAllAsync(RowRange.All(PartitionOf(office)), ct).Select(row => row.Json<Mirror>(Json)!);

    /// <summary>The row of a mirror that follows from a dossier of ours, for the projector to keep.</summary>
    internal static ListRow RowOf(Mirror mirror) => new(
        PartitionOf(mirror.Office), KeyOf(mirror.Code), new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(mirror, OfficeJson.Stored) });

    private static string PartitionOf(string office) => $"mirrors:{office}";

    private static string KeyOf(string code) => RequestKeys.Shorten(code);
}
