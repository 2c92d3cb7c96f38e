using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Forecasts;

/// <summary>Timer, 06:00 in office time: on working days, keeps each office's forecast and judges the one of five working days ago.</summary>
public sealed class KeepForecasts(ForecastKeeping keeping)
{
    [Function(nameof(KeepForecasts)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%KeepForecastsSchedule%")] TimerInfo timer, CancellationToken ct) => keeping.RunAsync(ct);
}
