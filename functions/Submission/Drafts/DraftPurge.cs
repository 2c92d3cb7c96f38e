using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Drafts;

/// <summary>Throws away drafts nobody saved in thirty days. Looks back thirty-five days, so that a timer that was down for weeks misses nothing.</summary>
public sealed class DraftPurge(DraftStore drafts, TimeProvider clock)
{
    private const int DaysBack = 35;

    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        var gone = 0;
        var today = clock.Today();
        for (var day = today.AddDays(-DaysBack); day <= today; day = day.AddDays(1))
        {
            await foreach (var (owner, id) in drafts.EndingOn(day, ct))
            {
                gone += await PurgeAsync(owner, id, day, ct) ? 1 : 0;
            }
        }

        return gone;
    }

    private async Task<bool> PurgeAsync(string owner, string id, DateOnly day, CancellationToken ct)
    {
        try
        {
            var draft = await drafts.FindAsync(owner, id, ct);
            if (draft is not null && DraftRows.EndOf(draft) == day && clock.GetUtcNow() < draft.ExpiresAt)
            {
                return false; // Ends later today.
            }

            var ended = draft is not null && draft.ExpiresAt <= clock.GetUtcNow();
            if (ended)
            {
                await drafts.DeleteAsync(draft!, ct);
            }

            await drafts.ForgetEndAsync(owner, id, day, ct);
            return ended;
        }
        catch (StaleRowException)
        {
            return false; // Saved at this moment; the note stays for tomorrow.
        }
    }
}
