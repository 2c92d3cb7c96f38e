using System.Globalization;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// A whole partition as it lies in the table. The head follows from the events, the mark from the
/// lists; what remains is the record, which nothing can replace: accesses, events and the e-form, in the order of their keys.
/// </summary>
/// <param name="rows">In the order of their keys; nothing is parsed before it is asked for, so that one broken row hides no other.</param>
public sealed class DossierPartition(IReadOnlyList<TableRow> rows)
{
    public IReadOnlyList<TableRow> Record { get; } = [.. rows.Where(row => row.Key is not (DossierRows.HeadKey or ListMark.RowKey))];

    /// <summary>Null when there is no head.</summary>
    public StoredDossier? Stored => rows.FirstOrDefault(row => row.Key == DossierRows.HeadKey) is { } head ? DossierRows.ToDossier(head) : null;

    public IReadOnlyList<Paper> Papers => PapersOf(rows.Where(row => IsEvent(row.Key)).Select(row => DossierRows.ToEvent(row).Event));

    /// <summary>0 when the lists were never written.</summary>
    public long ListsStandAt => rows.FirstOrDefault(row => row.Key == ListMark.RowKey) is { } mark ? ListMark.From(mark).Version : 0;

    public static bool IsEvent(string key) => key.StartsWith(DossierRows.EventPrefix, StringComparison.Ordinal);

    public static bool IsAccess(string key) => key.StartsWith(AccessLog.Prefix, StringComparison.Ordinal);

    /// <summary>The number of an event's row; 0 for a key that is none.</summary>
    public static long VersionOf(string key) =>
        IsEvent(key) && long.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>Every access before an instant has a key before this one.</summary>
    public static string AccessKeyAt(DateTimeOffset instant) => AccessLog.KeyOf(instant);

    /// <summary>What the record says the dossier is.</summary>
    /// <exception cref="InvalidDataException">The events do not begin with a filing, or one is left out.</exception>
    public static StoredDossier Replay(IEnumerable<TableRow> record)
    {
        StoredDossier? stored = null;
        foreach (var (version, e) in record.Where(row => IsEvent(row.Key)).Select(DossierRows.ToEvent))
        {
            stored = (stored, e) switch
            {
                (null, Submitted submitted) when version == 1 => new StoredDossier(DossierHistory.From(submitted), 1, [], null),
                ({ } before, _) when version == before.Version + 1 => before with { Dossier = before.Dossier.Apply(e), Version = version },
                _ => throw new InvalidDataException($"Event {version} does not follow."),
            };
        }

        return stored ?? throw new InvalidDataException("There is no event.");
    }

    /// <summary>The papers all events brought, in the order of their numbers.</summary>
    public static IReadOnlyList<Paper> PapersOf(IEnumerable<DossierEvent> events) =>
        [.. events.SelectMany(PapersOf).OrderBy(paper => paper.Id.PadLeft(3, '0'), StringComparer.Ordinal)];

    /// <summary>The papers an event brought.</summary>
    public static IReadOnlyList<Paper> PapersOf(DossierEvent e) => e switch
    {
        Submitted submitted => submitted.Filing.Papers,
        Supplemented given => given.Papers,
        RecordsRead read => read.Papers,
        FilesFetched fetched => fetched.Papers,
        _ => [],
    };
}
