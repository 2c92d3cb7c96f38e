using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>Timer, 07:45 in office time: on the first working day of a week the chairman hears of what is more than ten working days overdue.</summary>
public sealed class TellChairman(ChairmanLetter letter)
{
    [Function(nameof(TellChairman)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%TellChairmanSchedule%")] TimerInfo timer, CancellationToken ct) => letter.SendAsync(ct);
}
