using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Forecasts;

/// <summary>One dossier of a forecast that was kept.</summary>
public sealed record KeptPrediction(DossierCode Code, string Procedure, DateTimeOffset DueAt, DateTimeOffset? FinishesAt);

/// <summary>How a forecast turned out, for one procedure or for several added up.</summary>
/// <param name="Finished">Predicted dossiers that have been finished since.</param>
/// <param name="ErrorDays">The sum, over these, of the working days between prediction and truth.</param>
/// <param name="Breached">Dossiers whose time ran out since, unfinished.</param>
/// <param name="Foreseen">Of these, those the forecast had named.</param>
/// <param name="FalseAlarms">Dossiers named that were finished in time.</param>
public sealed record ForecastScore(int Finished, double ErrorDays, int Breached, int Foreseen, int FalseAlarms)
{
    /// <summary>A forecast is judged so many working days later.</summary>
    public const int AfterDays = 5;

    public static ForecastScore None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Mean absolute error in working days; null when nothing was finished.</summary>
    public double? MeanErrorDays => Finished == 0 ? null : ErrorDays / Finished;

    /// <summary>The share of breaches that had been foreseen, 0 to 1; null when there was none.</summary>
    public double? ForeseenShare => Breached == 0 ? null : (double)Foreseen / Breached;

    public static ForecastScore operator +(ForecastScore one, ForecastScore other) => new(
        one.Finished + other.Finished, one.ErrorDays + other.ErrorDays, one.Breached + other.Breached, one.Foreseen + other.Foreseen,
        one.FalseAlarms + other.FalseAlarms);

    /// <summary>Judges a forecast by procedure. A dossier withdrawn, stopped or waiting for the citizen says nothing about it.</summary>
    /// <param name="kept">What was predicted.</param>
    /// <param name="madeAt">When.</param>
    /// <param name="done">What the office finished since, by code.</param>
    /// <param name="open">What is open still with a running clock.</param>
    /// <param name="time">The office's.</param>
    /// <param name="now">When it is judged.</param>
    public static IReadOnlyDictionary<string, ForecastScore> Of(
        IEnumerable<KeptPrediction> kept, DateTimeOffset madeAt, IReadOnlyDictionary<DossierCode, FinishedItem> done, IReadOnlySet<DossierCode> open,
        WorkingTime time, DateTimeOffset now) =>
        kept.GroupBy(prediction => prediction.Procedure).ToDictionary(
            group => group.Key,
            group => group.Select(prediction => One(prediction, madeAt, done.GetValueOrDefault(prediction.Code), open.Contains(prediction.Code), time, now))
                .Aggregate(None, (sum, one) => sum + one));

    private static ForecastScore One(KeptPrediction kept, DateTimeOffset madeAt, FinishedItem? done, bool isOpen, WorkingTime time, DateTimeOffset now)
    {
        var named = kept.DueAt < madeAt || kept.FinishesAt > kept.DueAt;
        var breached = done is not null ? done.DoneAt > kept.DueAt : isOpen && kept.DueAt < now;
        var ranOut = breached && kept.DueAt >= madeAt; // What was overdue already needed no foresight.
        var falseAlarm = named && done is not null && !breached;
        var error = done is not null && kept.FinishesAt is { } predicted ? Apart(predicted, done.DoneAt, time) / WorkingTime.Day : (double?)null;
        return new(error is null ? 0 : 1, error ?? 0, ranOut ? 1 : 0, ranOut && named ? 1 : 0, falseAlarm ? 1 : 0);
    }

    private static TimeSpan Apart(DateTimeOffset one, DateTimeOffset other, WorkingTime time) =>
        one < other ? time.Between(one, other) : time.Between(other, one);
}
