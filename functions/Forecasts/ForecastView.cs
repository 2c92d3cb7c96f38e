using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Forecasts;

/// <summary>
/// The forecast of an office (dự báo trễ hạn): at the pace of the last 20 working days, what will not be done in time, and who could take it.
/// </summary>
/// <param name="Open">Dossiers looked at whose clock runs.</param>
/// <param name="Unknown">Of these, those nobody can say anything about: the office finished none of their kind lately.</param>
/// <param name="Breaches">The most urgent first.</param>
/// <param name="More">There are more breaches, or more open work, than shown.</param>
/// <param name="Past">How the forecasts of the last 20 working days turned out.</param>
public sealed record ForecastView(
    string Office,
    DateTimeOffset At,
    DateTimeOffset PaceSince,
    int Open,
    int Unknown,
    IReadOnlyList<ProcedureForecast> Procedures,
    IReadOnlyList<ExpectedBreach> Breaches,
    bool More,
    int PastForecasts,
    PastError Past);

/// <param name="Finished">In the window.</param>
/// <param name="PerWorkingDay">So many a working day; with fewer than 5 finished no pace is spoken of, and the usual time counts.</param>
/// <param name="UsualWorkingDays">Median from submission to result.</param>
public sealed record ProcedureForecast(
    string Procedure, string Name, int Open, int Finished, double PerWorkingDay, double? UsualWorkingDays, int Breaches, PastError Past);

/// <param name="FinishesAt">At today's pace; null when nobody can say.</param>
/// <param name="LateDays">Working days after the end, as predicted.</param>
/// <param name="CouldTake">Officers of the same office, the least loaded for their pace first.</param>
public sealed record ExpectedBreach(
    DossierCode Code, string Procedure, Phase Phase, string? Handler, DateTimeOffset DueAt, DateTimeOffset? FinishesAt, bool OverdueAlready, double? LateDays,
    IReadOnlyList<Taker> CouldTake);

/// <summary>What a forecast was worth, judged five working days after it was made.</summary>
/// <param name="Judged">Finished dossiers it was judged by.</param>
/// <param name="MeanErrorDays">Mean absolute error in working days; absent when none was judged.</param>
/// <param name="Breached">Dossiers that ran out of time.</param>
/// <param name="Foreseen">Of these, those it had named.</param>
/// <param name="FalseAlarms">Named, and finished in time.</param>
public sealed record PastError(int Judged, double? MeanErrorDays, int Breached, int Foreseen, int FalseAlarms)
{
    public static PastError Of(ForecastScore score) =>
        new(score.Finished, score.MeanErrorDays is { } error ? Math.Round(error, 2) : null, score.Breached, score.Foreseen, score.FalseAlarms);
}

/// <summary>Puts a forecast into the shape people read.</summary>
public sealed class ForecastViews(ForecastDesk desk, ForecastBook book, ProcedureCatalogue procedures, TimeProvider clock)
{
    private const int MostShown = 200;

    public async Task<ForecastView> MakeAsync(string office, Language language, CancellationToken ct)
    {
        var (now, time) = (clock.Instant().Here(), desk.TimeOf(office));
        var work = await desk.ReadAsync(office, ct);
        var forecast = desk.Forecast(office, work);
        var since = Pace.WindowStart(now, time);
        var (kept, past) = await book.PastAsync(office, WorkingTime.DayOf(since), ct);
        var breaching = forecast.Predictions.Where(one => one.Breaches(now)).ToList();
        var takers = Takers.For(breaching.Take(MostShown).Select(one => one.Item), await desk.OfficersAsync(office, work, ct));
        return new ForecastView(
            office, now, since, work.Open.Count, forecast.Predictions.Count(one => one.FinishesAt is null),
            [.. LinesOf(forecast, past, now, language)],
            [.. breaching.Zip(takers, (one, able) => BreachOf(one, able, time, now))],
            work.More || breaching.Count > MostShown,
            kept, PastError.Of(past.Values.Aggregate(ForecastScore.None, (sum, one) => sum + one)));
    }

    private IEnumerable<ProcedureForecast> LinesOf(Forecast forecast, IReadOnlyDictionary<string, ForecastScore> past, DateTimeOffset now, Language language)
    {
        var open = forecast.Predictions.ToLookup(one => one.Item.Procedure);
        foreach (var code in open.Select(group => group.Key).Union(forecast.Paces.Keys).Order(StringComparer.Ordinal))
        {
            var pace = forecast.Paces.GetValueOrDefault(code) ?? Pace.None;
            yield return new ProcedureForecast(
                code, procedures.Find(code, clock.Today())?.Name.In(language) ?? code, open[code].Count(), pace.Finished, Math.Round(pace.PerWorkingDay, 2),
                pace.UsualTime is { } usual ? Math.Round(usual / WorkingTime.Day, 2) : null,
                open[code].Count(one => one.Breaches(now)), PastError.Of(past.GetValueOrDefault(code) ?? ForecastScore.None));
        }
    }

    private static ExpectedBreach BreachOf(Prediction one, IReadOnlyList<Taker> able, WorkingTime time, DateTimeOffset now) => new(
        one.Item.Code, one.Item.Procedure, one.Item.Phase, one.Item.Handler, one.Item.DueAt.Here(), one.FinishesAt?.Here(), one.Item.DueAt < now,
        one.FinishesAt is { } end ? Math.Round(time.Between(one.Item.DueAt, end) / WorkingTime.Day, 2) : null, able);
}
