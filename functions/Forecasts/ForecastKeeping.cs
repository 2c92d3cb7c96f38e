using Microsoft.Extensions.Logging;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Forecasts;

/// <summary>Keeps this morning's forecast of every office and judges those of five working days ago. Run twice, the second time does nothing.</summary>
public sealed partial class ForecastKeeping(
    ForecastDesk desk, ForecastBook book, FinishedWork finished, OfficeDirectory offices, TimeProvider clock, ILogger<ForecastKeeping> log)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var office in offices.All(clock.Today()).Select(office => office.Code)
            .Where(office => desk.TimeOf(office).Calendar.IsWorkingDay(clock.Today())))
        {
            var work = await desk.ReadAsync(office, ct);
            await JudgeAsync(office, work, ct);
            await KeepAsync(office, work, ct);
        }
    }

    private async Task KeepAsync(string office, OfficeWork work, CancellationToken ct)
    {
        if (work.Open.Count == 0 || await book.HasAsync(office, clock.Today(), ct))
        {
            return;
        }

        var predictions = desk.Forecast(office, work).Predictions.Select(
            one => new KeptPrediction(one.Item.Code, one.Item.Procedure, one.Item.DueAt, one.FinishesAt));
        await book.KeepAsync(office, new KeptForecast(clock.Today(), clock.Now(), [.. predictions]), ct);
        LogKept(office, work.Open.Count);
    }

    private async Task JudgeAsync(string office, OfficeWork work, CancellationToken ct)
    {
        var time = desk.TimeOf(office);
        var upTo = Enumerable.Range(0, ForecastScore.AfterDays).Aggregate(clock.Today(), (day, _) => time.Calendar.WorkingDayBefore(day));
        await foreach (var kept in book.ToJudgeAsync(office, upTo, ct))
        {
            // A timer that was away for weeks judges late, so what was finished is read from the day of the forecast on.
            var done = (await finished.SinceAsync(office, kept.MadeAt, ct)).ToDictionary(item => item.Code);
            await book.JudgeAsync(
                office, kept, ForecastScore.Of(kept.Predictions, kept.MadeAt, done, work.Open.Select(item => item.Code).ToHashSet(), time, clock.Now()), ct);
            LogJudged(office, kept.Day);
        }
    }

    [LoggerMessage(LogLevel.Information, "Kept the forecast of {Office}: {Open} open dossiers.")]
    private partial void LogKept(string office, int open);

    [LoggerMessage(LogLevel.Information, "Judged the forecast of {Office} made on {Day}.")]
    private partial void LogJudged(string office, DateOnly day);
}
