using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Forecasts;

/// <summary>A dossier with a running clock on an office's desk.</summary>
public sealed record OpenItem(DossierCode Code, string Procedure, Phase Phase, string? Handler, DateTimeOffset SubmittedAt, DateTimeOffset DueAt);

/// <summary>When a dossier will be finished at today's pace.</summary>
/// <param name="FinishesAt">Null when the office finished none of its kind lately: then nobody can say.</param>
public sealed record Prediction(OpenItem Item, DateTimeOffset? FinishesAt)
{
    /// <summary>It will not be in time, or is not already.</summary>
    public bool Breaches(DateTimeOffset now) => Item.DueAt < now || FinishesAt > Item.DueAt;
}

/// <summary>
/// Dự báo trễ hạn: what becomes of an office's open work if it goes on as in the last twenty working days. Pure.
/// Within a procedure the most urgent dossier is done first, and so many are done in a working day as were done lately: the k-th will be
/// finished after k days divided by that pace, counted in the office's own working time. Where fewer than five were finished, each
/// is given the usual time from its own submission instead. A forecast is kept every morning and judged later (<see cref="ForecastScore"/>), so
/// whoever reads it knows how far to trust it.
/// </summary>
/// <param name="Paces">By procedure.</param>
/// <param name="Predictions">The most urgent first.</param>
public sealed record Forecast(IReadOnlyDictionary<string, Pace> Paces, IReadOnlyList<Prediction> Predictions)
{
    /// <param name="open">Dossiers whose clock runs.</param>
    /// <param name="finished">Those finished since <see cref="Pace.WindowStart"/>.</param>
    /// <param name="time">The office's.</param>
    /// <param name="now">From when.</param>
    public static Forecast Of(IReadOnlyList<OpenItem> open, IReadOnlyList<FinishedItem> finished, WorkingTime time, DateTimeOffset now)
    {
        var window = time.Between(Pace.WindowStart(now, time), now);
        var paces = finished.GroupBy(item => item.Procedure).ToDictionary(group => group.Key, group => Pace.Of([.. group], window, time));
        var predictions = open.GroupBy(item => item.Procedure)
            .SelectMany(group =>
                InTurn(group.OrderBy(item => item.DueAt).ThenBy(item => item.Code.ToString(), StringComparer.Ordinal),
                    paces.GetValueOrDefault(group.Key) ?? Pace.None, time, now));
        return new Forecast(
            paces, [.. predictions.OrderBy(prediction => prediction.Item.DueAt).ThenBy(prediction => prediction.Item.Code.ToString(), StringComparer.Ordinal)]);
    }

    // Each turn begins where the one before ended, so that a long queue is walked through the calendar once.
    private static IEnumerable<Prediction> InTurn(IEnumerable<OpenItem> items, Pace pace, WorkingTime time, DateTimeOffset now)
    {
        var turn = pace.IsKnown ? WorkingTime.Day / pace.PerWorkingDay : TimeSpan.Zero;
        var end = now;
        foreach (var item in items)
        {
            end = pace.IsKnown ? time.Add(end, turn) : end;
            yield return new Prediction(item, pace.IsKnown ? end : pace.UsualTime is { } usual ? Later(time.Add(item.SubmittedAt, usual), now) : null);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
