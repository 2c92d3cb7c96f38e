using PublicAdmin.Dossiers;
using PublicAdmin.Forecasts;
using PublicAdmin.Tests.Deadlines;

namespace PublicAdmin.Tests.Forecasts;

public sealed class ForecastRuleTests
{
    private const string Pension = "1.014027";
    private static readonly DateTimeOffset Monday = Given.At("2026-11-16 07:00");

    [Fact]
    public void At_one_a_day_the_third_most_urgent_is_finished_on_the_third_day()
    {
        var forecast = Forecast.Of([Open(1, "2026-11-18 17:00"), Open(2, "2026-11-16 17:00"), Open(3, "2026-11-17 12:00")], Finished(20), Given.Office, Monday);

        Assert.Equal([Code(2), Code(3), Code(1)], forecast.Predictions.Select(one => one.Item.Code));
        Assert.Equal(
            [Given.At("2026-11-16 17:00"), Given.At("2026-11-17 17:00"), Given.At("2026-11-18 17:00")],
            forecast.Predictions.Select(one => one.FinishesAt!.Value));
        Assert.Equal([false, true, false], forecast.Predictions.Select(one => one.Breaches(Monday)));
    }

    [Fact]
    public void A_queue_steps_over_weekend_and_holiday()
    {
        var forecast = Forecast.Of([.. Enumerable.Range(1, 7).Select(serial => Open(serial, "2026-12-30 17:00"))], Finished(20), Given.Office, Monday);

        Assert.Equal(Given.At("2026-11-25 17:00"), forecast.Predictions[^1].FinishesAt); // 21 and 22 are a weekend, 24 is Culture Day
    }

    [Fact]
    public void With_too_few_for_a_pace_the_usual_time_from_submission_counts()
    {
        var forecast = Forecast.Of([Open(1, "2026-11-18 17:00", submitted: "2026-11-13 07:00")], Finished(3), Given.Office, Monday);

        Assert.False(forecast.Paces[Pension].IsKnown);
        Assert.Equal(TimeSpan.FromHours(16), forecast.Paces[Pension].UsualTime);
        Assert.Equal(Given.At("2026-11-16 17:00"), forecast.Predictions[0].FinishesAt);
    }

    [Fact]
    public void Of_a_kind_nobody_finished_lately_nothing_is_said()
    {
        var forecast = Forecast.Of([Open(1, "2026-11-18 17:00")], [], Given.Office, Monday);

        Assert.Null(forecast.Predictions[0].FinishesAt);
        Assert.False(forecast.Predictions[0].Breaches(Monday));
    }

    [Fact]
    public void A_queue_that_reaches_behind_the_planned_years_is_too_late_and_no_fault()
    {
        var forecast = Forecast.Of([.. Enumerable.Range(1, 600).Select(serial => Open(serial, "2026-12-30 17:00"))], Finished(5), Given.Office, Monday);

        Assert.True(forecast.Predictions[^1].Breaches(Monday));
        Assert.True(forecast.Predictions[^1].FinishesAt!.Value.Year > 2027); // counted by the law alone
    }

    [Fact]
    public void More_finished_never_makes_anything_later()
    {
        var open = Enumerable.Range(1, 30).Select(serial => Open(serial, "2026-12-30 17:00")).ToList();
        var ends = new[] { 5, 10, 20, 40, 80 }.Select(count => Forecast.Of(open, Finished(count), Given.Office, Monday).Predictions[^1].FinishesAt!.Value)
            .ToList();

        Assert.Equal(ends.OrderDescending(), ends);
    }

    [Fact]
    public void The_least_loaded_for_their_pace_come_first_and_one_person_does_not_get_everything()
    {
        Taker[] officers = [new("slow", "Chậm", 2, 1), new("fast", "Nhanh", 10, 40), new("new", "Mới", 0, 0), new("own", "Đang giữ", 0, 9)];

        var takers = Takers.For([Open(1, "2026-11-18 17:00"), Open(2, "2026-11-18 17:00"), Open(3, "2026-11-18 17:00")], officers);

        Assert.Equal(["new", "fast", "slow"], takers[0].Select(taker => taker.Id));
        Assert.All(takers, able => Assert.DoesNotContain(able, taker => taker.Id == "own"));
        var swamped = Takers.For([.. Enumerable.Range(1, 40).Select(serial => Open(serial, "2026-11-18 17:00"))], officers);
        Assert.Contains(swamped, able => able[0].Id == "fast");
    }

    [Fact]
    public void A_forecast_is_judged_by_what_happened()
    {
        KeptPrediction[] kept =
        [
            new(Code(1), Pension, Given.At("2026-11-17 17:00"), Given.At("2026-11-16 17:00")), // finished a day later than said, in time
            new(Code(2), Pension, Given.At("2026-11-17 17:00"), Given.At("2026-11-18 17:00")), // foreseen late, and late
            new(Code(3), Pension, Given.At("2026-11-17 17:00"), Given.At("2026-11-17 17:00")), // not foreseen, still open
            new(Code(4), Pension, Given.At("2026-11-17 17:00"), Given.At("2026-11-19 17:00")), // false alarm
            new(Code(5), Pension, Given.At("2026-11-17 17:00"), Given.At("2026-11-19 17:00")), // withdrawn: says nothing
        ];
        var done = new[] { Done(1, "2026-11-17 17:00"), Done(2, "2026-11-18 17:00"), Done(4, "2026-11-17 11:30") }.ToDictionary(item => item.Code);

        var score = ForecastScore.Of(kept, Monday, done, new HashSet<DossierCode> { Code(3) }, Given.Office, Given.At("2026-11-23 06:00"))[Pension];

        Assert.Equal(new ForecastScore(Finished: 3, ErrorDays: 1 + 0 + 2.4375, Breached: 2, Foreseen: 1, FalseAlarms: 1), score);
        Assert.Equal(3.4375 / 3, score.MeanErrorDays);
        Assert.Equal(0.5, score.ForeseenShare);
    }

    private static OpenItem Open(int serial, string due, string submitted = "2026-11-13 07:00") =>
        new(Code(serial), Pension, Phase.Assigned, "own", Given.At(submitted), Given.At(due));

    // Spread over the four weeks before; each took two working days.
    private static FinishedItem[] Finished(int count) =>
        [.. Enumerable.Range(1, count)
            .Select(n => new FinishedItem(
                Code(1000 + n), Pension, "own", Given.At("2026-11-11 07:00"), Given.At("2026-11-12 17:00"), Given.At("2026-11-20 17:00")))];

    private static FinishedItem Done(int serial, string at) =>
        new(Code(serial), Pension, "own", Given.At("2026-11-13 07:00"), Given.At(at), Given.At("2026-11-17 17:00"));

    private static DossierCode Code(int serial) => DossierCode.Issue("H18.61", Given.Day("2026-11-13"), serial);
}
