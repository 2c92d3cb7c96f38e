using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>What happened to a dossier since somebody saw it, so that nobody acts on a dossier that is no longer the one they read (If-Match).</summary>
public sealed class SeenVersions(DossierStore dossiers)
{
    /// <summary>The ETag callers see.</summary>
    public static string TagOf(StoredDossier stored) => stored.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// That the portal has heard of it, its files have come or a register has answered, takes nothing away that an official read. A version nobody can
    /// have seen counts as an old one.
    /// </summary>
    public async Task<IReadOnlyList<RecordedEvent>> ChangesSinceAsync(StoredDossier present, string seen, CancellationToken ct)
    {
        var after = long.TryParse(seen, CultureInfo.InvariantCulture, out var version) && version < present.Version ? version : 0;
        var changes = await dossiers.EventsAsync(present, after, ct);
        return [.. changes.Where(change => change.Event is not (PortalAcknowledged or RecordsRead or RegistersAsked or FilesFetched))];
    }

    /// <summary>The refusal that tells what is new.</summary>
    public static Refusal Changed(StoredDossier present, IReadOnlyList<RecordedEvent> changes) => DossierRefusals.Changed.With(present.Dossier.Code)
        .Knowing("version", present.Version)
        .Knowing("phase", present.Dossier.Phase)
        .Knowing("changes", changes.Select(HistoryLine.Of).ToList());
}
