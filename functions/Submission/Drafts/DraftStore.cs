using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Drafts;

/// <summary>Reads and writes drafts; what is said of one and its content change together.</summary>
public sealed class DraftStore(ITables tables)
{
    public const int MaxDrafts = 30;

    private readonly ITable _table = tables[Tables.Drafts];

    internal async Task<Draft?> FindAsync(string owner, string id, CancellationToken ct) =>
        await _table.FindAsync(owner, DraftRows.MetaPrefix + id, ct) is { } row ? DraftRows.ToDraft(row) : null;

    internal async Task<DraftContent?> ContentAsync(Draft draft, CancellationToken ct) =>
        await _table.FindAsync(draft.Owner, DraftRows.ContentPrefix + draft.Id, ct) is { } row ? DraftRows.ToContent(row) : null;

    internal async Task<IReadOnlyList<Draft>> ListAsync(string owner, CancellationToken ct) =>
        [.. (await _table.ScanAsync(RowRange.Prefix(owner, DraftRows.MetaPrefix), MaxDrafts, ct)).Rows.Select(DraftRows.ToDraft)];

    /// <returns>False when the citizen has as many drafts as are allowed.</returns>
    /// <exception cref="StaleRowException">Another device saved first.</exception>
    internal async Task<bool> AddAsync(Draft draft, DraftContent content, CancellationToken ct)
    {
        var counted = await _table.FindAsync(draft.Owner, DraftRows.CountKey, ct);
        var count = counted is null ? 0 : DraftRows.ToCount(counted);
        if (count >= MaxDrafts)
        {
            return false;
        }

        await NoteEndAsync(draft, ct);
        await _table.WriteAsync(
            [
                RowChange.Insert(DraftRows.ToMeta(draft)), RowChange.Insert(DraftRows.ToContent(draft, content)), Counted(draft.Owner, count + 1, counted?.Tag),
            ],
            ct);
        return true;
    }

    /// <exception cref="StaleRowException">Another device saved first.</exception>
    internal async Task ReplaceAsync(Draft present, Draft draft, DraftContent content, CancellationToken ct)
    {
        if (DraftRows.EndOf(present) != DraftRows.EndOf(draft) || present.Form != draft.Form)
        {
            await NoteEndAsync(draft, ct);
        }

        await _table.WriteAsync([RowChange.Replace(DraftRows.ToMeta(draft)), RowChange.Upsert(DraftRows.ToContent(draft, content))], ct);
    }

    /// <exception cref="StaleRowException">Another device saved or deleted first.</exception>
    internal async Task DeleteAsync(Draft draft, CancellationToken ct)
    {
        var counted = await _table.FindAsync(draft.Owner, DraftRows.CountKey, ct);
        await _table.WriteAsync(
            [
                RowChange.Delete(draft.Owner, DraftRows.MetaPrefix + draft.Id, draft.Tag),
                RowChange.Delete(draft.Owner, DraftRows.ContentPrefix + draft.Id),
                Counted(draft.Owner, Math.Max(0, (counted is null ? 0 : DraftRows.ToCount(counted)) - 1), counted?.Tag),
            ],
            ct);
    }

    internal IAsyncEnumerable<(string Owner, string Id)> EndingOn(DateOnly day, CancellationToken ct) =>
        _table.ReadAllAsync(RowRange.All(DraftRows.EndsPartition(day)), ct).Select(DraftRows.ToEnd);

    /// <summary>Drafts of one form that may end on a day, and those nobody wrote the form of down.</summary>
    internal IAsyncEnumerable<(string Owner, string Id)> OfFormEndingOn(DateOnly day, string form, CancellationToken ct) =>
        _table.ReadAllAsync(RowRange.All(DraftRows.EndsPartition(day)), ct).Where(row => DraftRows.FormAt(row) is not { } known || known == form)
            .Select(DraftRows.ToEnd);

    internal Task ForgetEndAsync(string owner, string id, DateOnly day, CancellationToken ct) =>
        _table.WriteAsync([RowChange.Delete(DraftRows.EndsPartition(day), $"{owner}.{id}")], ct);

    private async Task NoteEndAsync(Draft draft, CancellationToken ct) => await _table.WriteAsync([RowChange.Upsert(DraftRows.ToEnd(draft))], ct);

    private static RowChange Counted(string owner, long count, string? tag) =>
        tag is null ? RowChange.Insert(DraftRows.ToCount(owner, count, null)) : RowChange.Replace(DraftRows.ToCount(owner, count, tag));
}
