using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Reads and writes the rows of uploads. Each change of a person's uploads is one batch in that person's partition.</summary>
public sealed class UploadStore(ITables tables) : IDossierAnnex
{
    private readonly ITable _table = tables[Tables.Uploads];

    public async Task<OpenUpload?> FindOpenAsync(UploadId id, CancellationToken ct) =>
        await _table.FindAsync(id.Owner, UploadRows.OpenPrefix + id.Sha256, ct) is { } row ? UploadRows.ToOpen(row) : null;

    public async Task<StoredPaper?> FindStoredAsync(UploadId id, CancellationToken ct) =>
        await _table.FindAsync(id.Owner, UploadRows.StoredPrefix + id.Sha256, ct) is { } row ? UploadRows.ToStored(row) : null;

    /// <summary>Uploads on their way, at most <see cref="UploadAllowance.MaxOpen"/>.</summary>
    public async Task<IReadOnlyList<OpenUpload>> OpenOfAsync(PaperOwner owner, CancellationToken ct) =>
        [.. (await _table.ScanAsync(RowRange.Prefix(owner.Key, UploadRows.OpenPrefix), UploadAllowance.MaxOpen, ct)).Rows.Select(UploadRows.ToOpen)];

    /// <summary>The papers of a person, one page of the store: enough to find chunks sent before.</summary>
    public async Task<IReadOnlyList<StoredPaper>> StoredOfAsync(PaperOwner owner, CancellationToken ct) =>
        [.. (await _table.ScanAsync(RowRange.Prefix(owner.Key, UploadRows.StoredPrefix), TableLimits.MaxPage, ct)).Rows.Select(UploadRows.ToStored)];

    /// <summary>What was found about the bytes of a dossier's papers, without which nobody may open them.</summary>
    public async Task<IReadOnlyList<AnnexRow>> RowsAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct)
    {
        var rows = new List<AnnexRow>();
        foreach (var paper in papers)
        {
            if (UploadId.TryParse(paper.Source, out var id) && await _table.FindAsync(id.Owner, UploadRows.StoredPrefix + id.Sha256, ct) is { } row)
            {
                rows.Add(new AnnexRow(Tables.Uploads, row));
            }
        }

        return rows;
    }

    public async Task<UploadAllowance?> FindAllowanceAsync(string owner, CancellationToken ct) =>
        await _table.FindAsync(owner, UploadRows.AllowanceKey, ct) is { } row ? UploadRows.ToAllowance(row) : null;

    /// <summary>Notes when the upload may be thrown away, then writes it beside the person's smaller allowance.</summary>
    /// <exception cref="StaleRowException">The person started another upload at the same moment.</exception>
    public async Task AddAsync(OpenUpload upload, UploadAllowance left, CancellationToken ct)
    {
        await NoteStaleAsync(upload.Id, upload.StartedAt + OpenUpload.KeptFor, ct);
        await _table.WriteAsync([RowChange.Insert(UploadRows.ToRow(upload)), Change(upload.Id.Owner, left)], ct);
    }

    /// <exception cref="StaleRowException">Changed meanwhile.</exception>
    public async Task<OpenUpload> ReplaceAsync(OpenUpload upload, CancellationToken ct)
    {
        await NoteStaleAsync(upload.Id, upload.StartedAt + OpenUpload.KeptFor, ct);
        return upload with { Tag = (await _table.WriteAsync([RowChange.Replace(UploadRows.ToRow(upload))], ct))[0] };
    }

    /// <summary>On its way no more: either there, or gone.</summary>
    /// <exception cref="StaleRowException">Changed meanwhile.</exception>
    public Task CloseAsync(OpenUpload upload, StoredPaper? stored, UploadAllowance allowance, CancellationToken ct)
    {
        List<RowChange> changes =
        [
            RowChange.Delete(upload.Id.Owner, UploadRows.OpenPrefix + upload.Id.Sha256, upload.Tag),
            Change(upload.Id.Owner, allowance with { Open = Math.Max(0, allowance.Open - 1) }),
        ];
        if (stored is not null)
        {
            changes.Add(RowChange.Insert(UploadRows.ToRow(stored)));
        }

        return _table.WriteAsync(changes, ct);
    }

    /// <exception cref="StaleRowException">Changed meanwhile.</exception>
    public async Task<StoredPaper> ReplaceAsync(StoredPaper paper, CancellationToken ct) =>
        paper with { Tag = (await _table.WriteAsync([RowChange.Replace(UploadRows.ToRow(paper))], ct))[0] };

    /// <exception cref="StaleRowException">Changed meanwhile.</exception>
    public Task DeleteAsync(StoredPaper paper, CancellationToken ct) =>
        _table.WriteAsync([RowChange.Delete(paper.Id.Owner, UploadRows.StoredPrefix + paper.Id.Sha256, paper.Tag)], ct);

    /// <summary>What may be thrown away on a day.</summary>
    public IAsyncEnumerable<UploadId> StaleOn(DateOnly day, CancellationToken ct) =>
        _table.ReadAllAsync(RowRange.All(UploadRows.StalePartition(day)), ct).Select(row => UploadId.TryParse(row.Key, out var id) ? id : null)
            .OfType<UploadId>();

    public Task NoteStaleAsync(UploadId id, DateTimeOffset at, CancellationToken ct) =>
        _table.WriteAsync([RowChange.Upsert(UploadRows.ToStale(id, DayOf(at)))], ct);

    public Task ForgetStaleAsync(UploadId id, DateOnly day, CancellationToken ct) =>
        _table.WriteAsync([RowChange.Delete(UploadRows.StalePartition(day), id.ToString())], ct);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.Here().DateTime);

    private static RowChange Change(string owner, UploadAllowance allowance) =>
        allowance.Tag is null ? RowChange.Insert(UploadRows.ToRow(owner, allowance)) : RowChange.Replace(UploadRows.ToRow(owner, allowance));
}
