using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Submission.Drafts;

/// <summary>Timer, nightly: throws away drafts nobody saved in thirty days, and once a month what is remembered of filings of years ago.</summary>
public sealed class PurgeDrafts(DraftPurge purge, RequestPurge requests)
{
    [Function(nameof(PurgeDrafts)), FixedDelayRetry(5, "00:01:00")]
    public async Task RunAsync([TimerTrigger("%PurgeDraftsSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await purge.PurgeAsync(ct);
        await requests.PurgeAsync(ct);
    }
}
