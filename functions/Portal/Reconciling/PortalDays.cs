using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>Dossiers by the day they were received on, as the portal ought to have them: what a day is reconciled against, a row for each.</summary>
public sealed class PortalDays(IOptions<PortalSettings> settings, ITables tables) : IDossierList
{
    private const string Json = "J";
    private const string Office = "O";

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
        var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(facts, OfficeJson.Stored), [Office] = dossier.Places.Receipt };
        return [new ListRow(PartitionOf(DateOnly.FromDateTime(deadline.ReceivedAt.Here().DateTime)), dossier.Code.ToString(), values)];
    }

    /// <summary>Ours of a day by code, each with the office that received it.</summary>
    public async Task<IReadOnlyDictionary<string, (PortalFacts Facts, string Office)>> ReadAsync(DateOnly day, CancellationToken ct) =>
        await _lists.ReadAllAsync(RowRange.All(PartitionOf(day)), ct)
            .ToDictionaryAsync(row => row.Key, row => (row.Json<PortalFacts>(Json)!, row.Text(Office)), cancellationToken: ct);

    private static string PartitionOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"portalday:{day:yyyyMMdd}");
}
