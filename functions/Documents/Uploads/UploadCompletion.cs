using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Queue documents-to-check: bytes that were about to be complete when this was sent.</summary>
public sealed record DocumentToCheck(UploadId Id);

/// <summary>
/// Makes one paper of the chunks: commits them, reads the whole back and holds it against its SHA-256, announces the check, and only
/// then says it is there. Dying after any step and asking again ends in the same paper, checked once.
/// </summary>
public sealed class UploadCompletion(UploadDesk desk, UploadStore uploads, StagedChunks chunks, IBlobs blobs, IQueueSender queue, TimeProvider clock)
{
    public async Task<Result<UploadView>> CompleteAsync(UploadId id, Caller caller, CancellationToken ct)
    {
        for (var attempt = 0; attempt < UploadDesk.Tries; attempt++)
        {
            try
            {
                return await TryCompleteAsync(id, caller, ct);
            }
            catch (Exception raced) when (raced is StaleRowException or StaleBlobException)
            {
                // Completed, taken away, or another upload of the person changed, at the same moment: look again.
            }
        }

        return UploadRefusals.Busy;
    }

    private async Task<Result<UploadView>> TryCompleteAsync(UploadId id, Caller caller, CancellationToken ct)
    {
        if (await desk.FindStoredAsync(id, caller, ct) is { } done)
        {
            return UploadView.Of(done);
        }

        Refusal incomplete = UploadRefusals.NotFound;
        if (await desk.FindOpenAsync(id, caller, ct) is { } open)
        {
            if (await CommitAsync(open, ct) is not { } missing)
            {
                return await VerifyAndStoreAsync(open, ct);
            }

            incomplete = missing;
        }

        // Between the looks another completion may have finished: what it has stored is the answer.
        return await desk.FindStoredAsync(id, caller, ct) is { } meanwhile ? UploadView.Of(meanwhile) : incomplete;
    }

    // A blob of this name without a row was committed by an attempt that died; it is verified like any other.
    private async Task<Refusal?> CommitAsync(OpenUpload open, CancellationToken ct)
    {
        var missing = await chunks.MissingAsync(open, ct);
        if (missing.Count > 0)
        {
            // Chunks vanish when they are committed: by an attempt that died, or by another completion since.
            return await blobs.FindAsync(open.Id.Blob, ct) is null ? UploadRefusals.ChunksMissing.With(missing.Count).Knowing("missing", missing) : null;
        }

        await blobs.CommitAsync(open.Id.Blob, open.Plan.Count, BlobFacts.Of("application/octet-stream"), ct);
        return null;
    }

    private async Task<Result<UploadView>> VerifyAndStoreAsync(OpenUpload open, CancellationToken ct)
    {
        if (await HashAsync(open, ct) is not { } hashes)
        {
            await RemoveAsync(open, ct);
            return UploadRefusals.WholeDiffers;
        }

        var now = clock.GetUtcNow();
        var stored = new StoredPaper(open.Id, open.Name, open.Plan, open.Source, hashes, now, PaperCheck.Pending);
        var allowance = await uploads.FindAllowanceAsync(open.Id.Owner, ct) ?? new UploadAllowance(clock.Today(), 0, 1);

        // Announced before it is written, so that no paper stays unchecked; each announcement has a name of its own.
        var message = string.Create(CultureInfo.InvariantCulture, $"{open.Id}.{now.UtcTicks}");
        await queue.SendAsync(QueueMessage.Of(Queues.DocumentsToCheck, message, new DocumentToCheck(open.Id)), ct);
        await uploads.CloseAsync(open, stored, allowance, ct);
        return UploadView.Of(stored);
    }

    // Looked through once more with its tag known: these bytes are taken away, and no better ones that came meanwhile.
    private async Task RemoveAsync(OpenUpload open, CancellationToken ct)
    {
        if (await blobs.FindAsync(open.Id.Blob, ct) is { } blob && await HashAsync(open, ct) is null)
        {
            await blobs.DeleteAsync(open.Id.Blob, blob.Tag, ct);
        }
    }

    // The SHA-256 of each chunk, or null when the whole is not what was announced.
    private async Task<byte[]?> HashAsync(OpenUpload open, CancellationToken ct)
    {
        await using var content = await blobs.OpenAsync(open.Id.Blob, 0, null, ct) ?? throw new StaleBlobException($"{open.Id.Blob} is gone.");
        // One chunk is the whole: hashed once.
        using var whole = open.Plan.Count == 1 ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hashes = new byte[open.Plan.Count * 32];
        var buffer = ArrayPool<byte>.Shared.Rent(open.Plan.LengthOf(0));
        try
        {
            for (var chunk = 0; chunk < open.Plan.Count; chunk++)
            {
                var part = buffer.AsMemory(0, open.Plan.LengthOf(chunk));
                part = part[..await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, ct)];
                (await PatientHash.Sha256Async(part, whole)).CopyTo(hashes, chunk * 32);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(whole?.GetHashAndReset() ?? hashes) == open.Id.Sha256 ? hashes : null;
    }
}
