using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Petitions;

/// <summary>Timer, 07:15 in office time: warns offices of petitions to be answered within days, and tells the province of those that are late.</summary>
public sealed class EscalatePetitions(PetitionLetters letters)
{
    [Function(nameof(EscalatePetitions)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%EscalatePetitionsSchedule%")] TimerInfo timer, CancellationToken ct) => letters.EscalateAsync(ct);
}
