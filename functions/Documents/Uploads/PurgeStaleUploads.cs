using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Timer, nightly: throws away uploads nobody finished and papers nobody used.</summary>
public sealed class PurgeStaleUploads(UploadPurge purge)
{
    [Function(nameof(PurgeStaleUploads)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%PurgeStaleUploadsSchedule%")] TimerInfo timer, CancellationToken ct) => purge.PurgeAsync(ct);
}
