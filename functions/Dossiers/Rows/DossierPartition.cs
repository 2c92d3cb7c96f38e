using System.Globalization;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// A whole partition as it lies in the table. The head follows from the events, the mark from the
/// lists; what remains is the record, which nothing can replace: accesses, events and the e-form, in the order of their keys.
/// </summary>
/// <param name="keys">Opens the dossier's key.</param>
/// <param name="rows">In the order of their keys; nothing is parsed before it is asked for, so that one broken row hides no other.</param>
public sealed class DossierPartition(DataKeys keys, IReadOnlyList<TableRow> rows)
{
    public IReadOnlyList<TableRow> Record { get; } = [.. rows.Where(row => row.Key is not (DossierRows.HeadKey or ListMark.RowKey))];

    /// <summary>Null when there is no head, and once it is erased.</summary>
    public StoredDossier? Stored => Head is { } head && Erased is null ? DossierRows.ToDossier(head, keys) : null;

    /// <summary>What is left of it; null while it is all there.</summary>
    public ErasedDossier? Erased => Head is { } head ? DossierRows.ToErased(head) : null;

    /// <summary>Null for a dossier of before there were keys, and for an erased one.</summary>
    public DossierKey? Key => Head is { } head ? DossierRows.KeyOf(head, keys) : null;

    internal byte[]? WrappedKey => Head is { } head ? DossierRows.WrappedKeyOf(head) : null;

    public IReadOnlyList<RecordedEvent> Events
    {
        get
        {
            var key = Key; // Unwrapped once, not for each row.
            return [.. rows.Where(row => IsEvent(row.Key)).Select(row => DossierRows.ToEvent(row, key))];
        }
    }

    /// <summary>The last event there is.</summary>
    public RecordedEvent Last => DossierRows.ToEvent(rows.Last(row => IsEvent(row.Key)), Key);

    /// <summary>The record as whoever holds the key reads it.</summary>
    public IEnumerable<TableRow> Opened(IEnumerable<TableRow> record)
    {
        var key = Key;
        return record.Select(row => DossierRows.Opened(row, key));
    }

    public IReadOnlyList<Paper> Papers => PapersOf(Events.Select(recorded => recorded.Event));

    private TableRow? Head => rows.FirstOrDefault(row => row.Key == DossierRows.HeadKey);

    /// <summary>0 when the lists were never written.</summary>
    public long ListsStandAt => rows.FirstOrDefault(row => row.Key == ListMark.RowKey) is { } mark ? ListMark.From(mark).Version : 0;

    public static bool IsEvent(string key) => key.StartsWith(DossierRows.EventPrefix, StringComparison.Ordinal);

    public static bool IsAccess(string key) => key.StartsWith(AccessLog.Prefix, StringComparison.Ordinal);

    /// <summary>The number of an event's row; 0 for a key that is none.</summary>
    public static long VersionOf(string key) =>
        IsEvent(key) && long.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>Every access before an instant has a key before this one.</summary>
    public static string AccessKeyAt(DateTimeOffset instant) => AccessLog.KeyOf(instant);

    /// <summary>When somebody looked; null for a key that does not say.</summary>
    public static DateTimeOffset? AccessedAt(string key) => AccessLog.TryAtOf(key);

    /// <summary>What the record says the dossier is.</summary>
    /// <exception cref="InvalidDataException">The events do not begin with a filing, or one is left out.</exception>
    public static StoredDossier Replay(IEnumerable<TableRow> record, DossierKey? key)
    {
        StoredDossier? stored = null;
        foreach (var (version, e) in record.Where(row => IsEvent(row.Key)).Select(row => DossierRows.ToEvent(row, key)))
        {
            stored = (stored, e) switch
            {
                (null, Submitted submitted) when version == 1 => new StoredDossier(DossierHistory.From(submitted), 1, [], null) { Key = key },
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
