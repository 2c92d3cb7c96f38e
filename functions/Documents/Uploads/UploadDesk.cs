using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Begins uploads, finds them again from any device of the same person, and takes their chunks.</summary>
public sealed class UploadDesk(PaperOwners owners, UploadStore uploads, StagedChunks chunks, IBlobs blobs, UploadPurge purge, TimeProvider clock)
{
    // Each time the row has changed somebody else got on, so as many tries are enough as files may be on their way at once.
    internal const int Tries = UploadAllowance.MaxOpen + 10;

    /// <summary>The same bytes of the same person are the same upload: begun once, gone on with, or there already.</summary>
    public async Task<Result<UploadView>> StartAsync(UploadForm form, Caller caller, CancellationToken ct)
    {
        if (UploadRules.FirstBroken(form) is { } broken)
        {
            return broken;
        }

        return !owners.For(caller, form.OnBehalfOf).Try(out var owner, out var refusal)
            || !UploadRules.SourceOf(caller, form.Office).Try(out var source, out refusal)
            ? refusal
            : await StartAsync(form, owner, source, ct);
    }

    /// <summary>The same, where it is known whose they are and who gave them.</summary>
    internal async Task<Result<UploadView>> StartAsync(UploadForm form, PaperOwner owner, UploadSource source, CancellationToken ct)
    {
        var id = UploadId.Of(owner, form.Sha256);
        var wanted = new OpenUpload(id, form.Name.Trim(), new ChunkPlan(form.Size, form.ChunkSize ?? ChunkPlan.DefaultChunk), source, clock.GetUtcNow());
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                return await TryStartAsync(wanted, form.Chunks, ct);
            }
            catch (StaleRowException)
            {
                // The person's other device or the clerk wrote at the same moment: look again.
            }
        }

        return UploadRefusals.Busy;
    }

    public async Task<Result<UploadView>> FindAsync(UploadId id, Caller caller, CancellationToken ct)
    {
        if (await uploads.FindStoredAsync(id, ct) is { Leaving: false } stored)
        {
            return MayTouch(caller, id, stored.Source) ? UploadView.Of(stored) : UploadRefusals.NotFound;
        }

        return await FindOpenAsync(id, caller, ct) is { } open ? UploadView.Of(open, await chunks.MissingAsync(open, ct)) : UploadRefusals.NotFound;
    }

    /// <summary>What this citizen has begun and not finished, on whatever device.</summary>
    public async Task<Result<IReadOnlyList<UploadView>>> ListOpenAsync(Caller caller, CancellationToken ct)
    {
        if (!owners.Own(caller).Try(out var owner, out var refusal))
        {
            return refusal;
        }

        var views = new List<UploadView>();
        foreach (var open in await uploads.OpenOfAsync(owner, ct))
        {
            views.Add(UploadView.Of(open, await chunks.MissingAsync(open, ct)));
        }

        return views;
    }

    /// <summary>The upload, when this caller may go on with it.</summary>
    public async Task<OpenUpload?> FindOpenAsync(UploadId id, Caller caller, CancellationToken ct) =>
        await uploads.FindOpenAsync(id, ct) is { Leaving: false } open && MayTouch(caller, id, open.Source) ? open : null;

    /// <summary>The bytes that are all there, when this caller may see them.</summary>
    public async Task<StoredPaper?> FindStoredAsync(UploadId id, Caller caller, CancellationToken ct) =>
        await uploads.FindStoredAsync(id, ct) is { Leaving: false } stored && MayTouch(caller, id, stored.Source) ? stored : null;

    /// <summary>Keeps a chunk whose hash was verified; the same chunk again changes nothing.</summary>
    public Task KeepAsync(OpenUpload upload, int chunk, Stream content, CancellationToken ct) => blobs.StageAsync(upload.Id.Blob, chunk, content, ct);

    private bool MayTouch(Caller caller, UploadId id, UploadSource source) =>
        UploadRules.MayTouch(caller, id, source, owners.Own(caller).Try(out var own, out _) ? own : null);

    private async Task<Result<UploadView>> TryStartAsync(OpenUpload wanted, IReadOnlyList<string>? hashes, CancellationToken ct)
    {
        if (await uploads.FindStoredAsync(wanted.Id, ct) is { } stored)
        {
            if (!stored.Leaving)
            {
                return UploadView.Of(stored);
            }

            await purge.DeleteAsync(stored, ct); // Its purge died halfway, and now the bytes are wanted again.
        }

        var opened = await uploads.FindOpenAsync(wanted.Id, ct) is { } begun ? await GoOnAsync(begun, wanted, ct) : await BeginAsync(wanted, ct);
        if (!opened.Try(out var open, out var refusal))
        {
            return refusal;
        }

        if (hashes is not null && open.Plan == wanted.Plan)
        {
            await chunks.CopyKnownAsync(open, hashes, ct);
        }

        var isNew = ReferenceEquals(open, wanted) && hashes is null; // Nothing of it can be there.
        return UploadView.Of(open, isNew ? [.. Enumerable.Range(0, open.Plan.Count)] : await chunks.MissingAsync(open, ct));
    }

    // A clerk may finish at the desk what the citizen began at home; and whoever goes on late gets the full time again.
    private async Task<Result<OpenUpload>> GoOnAsync(OpenUpload begun, OpenUpload wanted, CancellationToken ct)
    {
        var fresh = !begun.Leaving && begun.Source == wanted.Source && wanted.StartedAt - begun.StartedAt < TimeSpan.FromDays(1);
        return fresh ? begun : await uploads.ReplaceAsync(begun with { Source = wanted.Source, StartedAt = wanted.StartedAt, Leaving = false }, ct);
    }

    private async Task<Result<OpenUpload>> BeginAsync(OpenUpload wanted, CancellationToken ct)
    {
        var today = clock.Today();
        var left = (await uploads.FindAllowanceAsync(wanted.Id.Owner, ct) ?? new UploadAllowance(today, 0, 0)).On(today);
        if (left.Open >= UploadAllowance.MaxOpen)
        {
            return UploadRefusals.TooManyOpen.With(left.Open);
        }

        if (left.Bytes + wanted.Plan.Size > UploadAllowance.MaxBytesPerDay)
        {
            return UploadRefusals.TooManyBytes;
        }

        await uploads.AddAsync(wanted, left with { Bytes = left.Bytes + wanted.Plan.Size, Open = left.Open + 1 }, ct);
        return wanted;
    }
}
