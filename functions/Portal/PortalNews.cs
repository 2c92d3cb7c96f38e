using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal;

/// <summary>
/// Dossiers whose last change the portal has not confirmed, oldest change first: one row each, gone once it is confirmed. Nothing is
/// lost by a page missed or a client restarted: whoever begins at the beginning finds all that still waits.
/// </summary>
public sealed class PortalNews(IOptions<PortalSettings> settings, ITables tables) : IDossierList
{
    private const string Json = "J";

    private readonly ITable _lists = tables[Tables.Lists];

    /// <summary>The system that hears of a dossier; null for none.</summary>
    public string? ListenerOf(Dossier dossier) => dossier.FilingSystem ?? (settings.Value.Client is { Length: > 0 } client ? client : null);

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (!dossier.Portal.IsWaiting || ListenerOf(dossier) is not { } listener)
        {
            return [];
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{dossier.Portal.ChangedAt.UtcTicks:D19}|{dossier.Code}");
        var change = JsonSerializer.Serialize(PortalChange.Of(dossier), OfficeJson.Stored);
        return [new ListRow(PartitionOf(listener), key, new Dictionary<string, object?> { [Json] = change })];
    }

    public async Task<PageOf<PortalChange>> PageAsync(string listener, PageAsked asked, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.All(PartitionOf(listener)).After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<PortalChange>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    /// <summary>Those that have waited since before an instant, the longest first.</summary>
    public IAsyncEnumerable<PortalChange> WaitingSinceAsync(string listener, DateTimeOffset before, CancellationToken ct) =>
        _lists.ReadAllAsync(RowRange.All(PartitionOf(listener)), ct).Select(row => row.Json<PortalChange>(Json)!)
            .TakeWhile(change => change.WaitingSince <= before);

    private static string PartitionOf(string listener) => $"n:{RequestKeys.Shorten(listener)}";
}
