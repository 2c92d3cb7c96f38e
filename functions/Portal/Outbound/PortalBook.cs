using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Sổ đồng bộ of one dossier: how far the portal has taken it.</summary>
/// <param name="Known">Whether the portal has the dossier: the first call adds it, later ones change it.</param>
/// <param name="Lines">The last event whose progress line was taken.</param>
/// <param name="Version">The last version whose state was taken.</param>
/// <param name="Attempts">Calls since the last success.</param>
/// <param name="Files">How many files stood in that state; null where nobody counted them yet.</param>
/// <param name="LastError">error_code, or <c>away</c>; null after a success.</param>
public sealed record PortalEntry(bool Known, long Lines, long Version, int Attempts, string? LastError, DateTimeOffset? TriedAt, DateTimeOffset? AcceptedAt,
    int? Files = null)
{
    public static PortalEntry None { get; } = new(false, 0, 0, 0, null, null, null);
}

/// <summary>Keeps the ledger, a row for each dossier.</summary>
public sealed class PortalBook(ITables tables)
{
    private const string Key = "ledger";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Lists];

    public async Task<(PortalEntry Entry, string? Tag)> FindAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(PartitionOf(code), Key, ct) is { } row ? (row.Json<PortalEntry>(Json)!, row.Tag) : (PortalEntry.None, null);

    /// <returns>The new tag.</returns>
    /// <exception cref="StaleRowException">Another delivery wrote it first.</exception>
    public async Task<string> SaveAsync(DossierCode code, PortalEntry entry, string? tag, CancellationToken ct)
    {
        var row = new TableRow(PartitionOf(code), Key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(entry, OfficeJson.Stored) }, tag);
        return (await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct))[0];
    }

    private static string PartitionOf(DossierCode code) => $"portal:{code}";
}
