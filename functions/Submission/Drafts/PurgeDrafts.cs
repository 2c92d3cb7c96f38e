using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Submission.Drafts;

/// <summary>Timer, nightly: throws away drafts nobody saved in thirty days.</summary>
public sealed class PurgeDrafts(DraftPurge purge)
{
    [Function(nameof(PurgeDrafts)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%PurgeDraftsSchedule%")] TimerInfo timer, CancellationToken ct) => purge.PurgeAsync(ct);
}
