using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>A dossier as it was read, with what is needed to write it back safely.</summary>
/// <param name="Version">The number of its last event: the ETag callers see.</param>
/// <param name="Keys">The last idempotency keys acted on, each with a mark of its body, newest last.</param>
public sealed record StoredDossier(Dossier Dossier, long Version, IReadOnlyList<string> Keys, string? Tag);

/// <summary>An event and its number.</summary>
public sealed record RecordedEvent(long Version, DossierEvent Event);

/// <summary>Queue dossier-events: a version of a dossier that was about to be written when this was sent.</summary>
public sealed record DossierAnnounced(DossierCode Code, long Version);

/// <summary>
/// Reads and writes dossiers. A write announces the version to the queue and commits head and event in one batch, so
/// that nothing committed is ever unprojected; an announcement whose commit never happened is dropped by the projector.
/// </summary>
public sealed class DossierStore(ITables tables, IAnnouncedWrites writes)
{
    private const int RememberedKeys = 5;

    private readonly ITable _table = tables[Tables.Dossiers];
    private readonly KeptHeads _heads = new();

    public async Task<StoredDossier?> FindAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), DossierRows.HeadKey, ct) is { } head ? _heads.Read(head) : null;

    /// <summary>Writes a new dossier, its first event, its papers and its form together.</summary>
    /// <exception cref="StaleRowException">The code is taken.</exception>
    public async Task<StoredDossier> AddAsync(Submitted submitted, string? form, CancellationToken ct)
    {
        var first = new StoredDossier(DossierHistory.From(submitted), 1, [], null);
        List<RowChange> changes = [RowChange.Insert(DossierRows.ToHead(first)), .. RowsOf(submitted.Code, 1, submitted, submitted.Filing.Papers)];
        if (form is not null)
        {
            changes.Add(RowChange.Insert(DossierRows.ToForm(submitted.Code, form)));
        }

        return await AnnounceAndCommitAsync(first, changes, ct);
    }

    /// <summary>Writes the event and the new state together, or neither.</summary>
    /// <param name="visit">Whose act it is, when that is to be written down with it.</param>
    /// <exception cref="StaleRowException">Somebody else changed the dossier first.</exception>
    public async Task<StoredDossier> RecordAsync(StoredDossier stored, DossierEvent e, string? key, CancellationToken ct, Visit? visit = null)
    {
        var next = stored with
        {
            Dossier = stored.Dossier.Apply(e),
            Version = stored.Version + 1,
            Keys = key is null ? stored.Keys : [.. stored.Keys.TakeLast(RememberedKeys - 1), key],
        };
        List<RowChange> changes = [RowChange.Replace(DossierRows.ToHead(next)), .. RowsOf(next.Dossier.Code, next.Version, e, DossierPartition.PapersOf(e))];
        if (visit is not null)
        {
            changes.Add(RowChange.Insert(visit.Row));
        }

        return await AnnounceAndCommitAsync(next, changes, ct);
    }

    /// <summary>The events behind a version, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsAsync(DossierCode code, long after, CancellationToken ct)
    {
        var range = RowRange.Prefix(code.ToString(), DossierRows.EventPrefix).After(DossierRows.EventKey(after));
        return await _table.ReadAllAsync(range, ct).Select(DossierRows.ToEvent).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Paper>> PapersAsync(DossierCode code, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(code.ToString(), DossierRows.PaperPrefix), ct).Select(DossierRows.ToPaper).ToListAsync(ct);

    /// <summary>Everything in the partition.</summary>
    public async Task<DossierPartition> PartitionAsync(DossierCode code, CancellationToken ct) =>
        new(await _table.ReadAllAsync(RowRange.All(code.ToString()), ct).ToListAsync(ct));

    /// <summary>The e-form as it was handed in.</summary>
    public async Task<string?> FormAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), DossierRows.FormKey, ct) is { } row ? DossierRows.ToForm(row) : null;

    /// <summary>The e-form as it was handed in, and as it stands after corrections; null without one.</summary>
    public async Task<FiledAnswers?> AnswersAsync(Dossier dossier, CancellationToken ct)
    {
        if (await FormAsync(dossier.Code, ct) is not { } text)
        {
            return null;
        }

        var corrections = new List<AnswersCorrected>();
        foreach (var code in dossier.IsCase() ? dossier.Parts().Where(part => !part.Outside).Select(part => part.Code).OfType<string>() : [])
        {
            corrections.AddRange(await FindAsync(DossierCode.Parse(code), ct) is { } part ? await CorrectionsAsync(part.Dossier, ct) : []);
        }

        corrections.AddRange(await CorrectionsAsync(dossier, ct));
        return FiledAnswers.Of(JsonElement.Parse(text), [.. corrections.OrderBy(one => one.Stamp.At)]);
    }

    private async Task<IEnumerable<AnswersCorrected>> CorrectionsAsync(Dossier dossier, CancellationToken ct) => dossier.Form?.Corrections is null ? []
        : (await EventsAsync(dossier.Code, after: 1, ct)).Select(recorded => recorded.Event).OfType<AnswersCorrected>();

    /// <summary>
    /// Tells the projector to look at a version. Each announcement has an id of its own: were it the version's, one whose commit
    /// failed would make the next one a duplicate.
    /// </summary>
    public static QueueMessage Announcement(DossierCode code, long version) => QueueMessage.Of(
        Queues.DossierEvents,
        string.Create(CultureInfo.InvariantCulture, $"{code}:{version}:{Guid.NewGuid():N}"),
        new DossierAnnounced(code, version),
        session: code.ToString());

    private async Task<StoredDossier> AnnounceAndCommitAsync(StoredDossier stored, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var tags = await writes.WriteAsync(Announcement(stored.Dossier.Code, stored.Version), Tables.Dossiers, changes, ct);
        return _heads.Keep(stored with { Tag = tags[0] });
    }

    private static IEnumerable<RowChange> RowsOf(DossierCode code, long version, DossierEvent e, IReadOnlyList<Paper> papers) =>
        [RowChange.Insert(DossierRows.ToEvent(code, version, e)), .. papers.Select(paper => RowChange.Insert(DossierRows.ToPaper(code, paper)))];
}
