using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>
/// Throws away uploads nobody finished in seven days and papers nobody used in thirty. Looks back thirty-five days, so that
/// a timer that was down for weeks misses nothing.
/// </summary>
public sealed partial class UploadPurge(UploadStore uploads, IBlobs blobs, TimeProvider clock, ILogger<UploadPurge> log)
{
    private const int DaysBack = 35;

    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        var gone = 0;
        var today = clock.Today();
        for (var day = today.AddDays(-DaysBack); day <= today; day = day.AddDays(1))
        {
            await foreach (var id in uploads.StaleOn(day, ct))
            {
                gone += await PurgeAsync(id, day, ct) ? 1 : 0;
            }
        }

        LogPurged(gone);
        return gone;
    }

    private async Task<bool> PurgeAsync(UploadId id, DateOnly day, CancellationToken ct)
    {
        try
        {
            var gone = await PurgeOpenAsync(id, ct) || await PurgeUnusedAsync(id, ct);
            await uploads.ForgetStaleAsync(id, day, ct);
            return gone;
        }
        catch (StaleRowException)
        {
            return false; // In use at this moment; the note stays for tomorrow.
        }
    }

    // Marked first: from then on nobody can complete it, and a purge that dies here is finished tomorrow.
    private async Task<bool> PurgeOpenAsync(UploadId id, CancellationToken ct)
    {
        if (await uploads.FindOpenAsync(id, ct) is not { } open || clock.GetUtcNow() < open.StartedAt + OpenUpload.KeptFor)
        {
            return false;
        }

        var leaving = open.Leaving ? open : await uploads.ReplaceAsync(open with { Leaving = true }, ct);
        await blobs.DeleteAsync(id.Blob, ct);
        var allowance = await uploads.FindAllowanceAsync(id.Owner, ct) ?? new UploadAllowance(clock.Today(), 0, 1);
        await uploads.CloseAsync(leaving, null, allowance, ct);
        return true;
    }

    // A day before, the paper could last be handed in, so no dossier can refer to it any more.
    private async Task<bool> PurgeUnusedAsync(UploadId id, CancellationToken ct)
    {
        if (await uploads.FindStoredAsync(id, ct) is not { UsedAt: null } paper)
        {
            return false;
        }

        var end = paper.CompletedAt + StoredPaper.KeptUnused;
        if (clock.GetUtcNow() < end)
        {
            await uploads.NoteStaleAsync(id, end, ct);
            return false;
        }

        await DeleteAsync(paper.Leaving ? paper : await uploads.ReplaceAsync(paper with { Leaving = true }, ct), ct);
        return true;
    }

    /// <summary>Finishes throwing away a paper that is marked for it.</summary>
    public async Task DeleteAsync(StoredPaper leaving, CancellationToken ct)
    {
        await blobs.DeleteAsync(leaving.Id.Blob, ct);
        await uploads.DeleteAsync(leaving, ct);
    }

    [LoggerMessage(LogLevel.Information, "Purged {Count} uploads and unused papers.")]
    private partial void LogPurged(int count);
}
