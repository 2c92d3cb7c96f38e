using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Results;

/// <summary>A result that no longer holds (thu hồi, thay thế). Both papers stay; whoever checks one is told.</summary>
/// <param name="By">Staff id.</param>
/// <param name="ReplacedBy">The dossier with the corrected result; null when nothing takes its place.</param>
public sealed record Revocation(DossierCode Code, DateTimeOffset At, string By, string Reason, DossierCode? ReplacedBy);

/// <summary>Which results were revoked or replaced.</summary>
public sealed class Revocations(ITables tables)
{
    private const string Partition = "revoked-results";

    private ITable Table => tables[Tables.Reference];

    public async Task<Revocation?> FindAsync(DossierCode code, CancellationToken ct) =>
        await Table.FindAsync(Partition, code.ToString(), ct) is { } row ? row.Json<Revocation>("Revocation") : null;

    /// <returns>False when it was revoked before.</returns>
    public async Task<bool> AddAsync(Revocation revocation, CancellationToken ct)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(revocation, OfficeJson.Stored);
        var row = new TableRow(Partition, revocation.Code.ToString(), new Dictionary<string, object?> { ["Revocation"] = json });
        try
        {
            await Table.WriteAsync([RowChange.Insert(row)], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false;
        }
    }
}
