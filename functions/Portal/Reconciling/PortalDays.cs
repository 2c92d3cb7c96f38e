using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>A dossier as the portal ought to have it.</summary>
/// <param name="Office">Where it was received.</param>
/// <param name="MostFiles">It has no more of them; null for a row of before they were counted.</param>
public sealed record OurDossier(PortalFacts Facts, string Office, long? MostFiles);

/// <summary>Dossiers by the day they were received on, as the portal ought to have them: what a day is reconciled against, a row for each.</summary>
public sealed class PortalDays(IOptions<PortalSettings> settings, ITables tables) : IDossierList
{
    private const string Json = "J";
    private const string Office = "O";
    private const string MostFiles = "F";

    private readonly ITable _lists = tables[Tables.Lists];

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (settings.Value.Address.Length is 0 || dossier.Deadline is not { } deadline)
        {
            return [];
        }

        var facts = new PortalFacts(
            PortalMessages.StatusOf(dossier.Phase), PortalMessages.At(deadline.ReceivedAt), PortalMessages.At(deadline.PromisedAt),
            PortalMessages.At(dossier.DoneAt));
        var values = new Dictionary<string, object?>
        {
            [Json] = JsonSerializer.Serialize(facts, OfficeJson.Stored),
            [Office] = dossier.Places.Receipt,
            [MostFiles] = (long)PortalFiles.MostOf(dossier),
        };
        return [new ListRow(PartitionOf(DateOnly.FromDateTime(deadline.ReceivedAt.Here().DateTime)), dossier.Code.ToString(), values)];
    }

    /// <summary>Ours of a day by code.</summary>
    public async Task<IReadOnlyDictionary<string, OurDossier>> ReadAsync(DateOnly day, CancellationToken ct) =>
        await _lists.ReadAllAsync(RowRange.All(PartitionOf(day)), ct)
            .ToDictionaryAsync(
                row => row.Key, row => new OurDossier(row.Json<PortalFacts>(Json)!, row.Text(Office), row.NumberOrNull(MostFiles)), cancellationToken: ct);

    private static string PartitionOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"portalday:{day:yyyyMMdd}");
}
