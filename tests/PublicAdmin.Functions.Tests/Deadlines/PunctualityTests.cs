using PublicAdmin.Deadlines;

namespace PublicAdmin.Tests.Deadlines;

public class PunctualityTests
{
    [Theory]
    [InlineData("2026-11-20 17:00", Punctuality.Ahead)] // the working day before
    [InlineData("2026-11-22 10:00", Punctuality.Ahead)] // the Sunday before
    [InlineData("2026-11-23 07:00", Punctuality.OnTime)] // on the day
    [InlineData("2026-11-23 17:00", Punctuality.OnTime)] // at the last minute
    [InlineData("2026-11-23 17:01", Punctuality.Late)]
    [InlineData("2026-11-25 07:00", Punctuality.Late)]
    public void A_dossier_owed_on_Monday_at_17h(string finished, Punctuality expected) =>
        Assert.Equal(expected, Punctualities.Of(Given.At(finished), Given.At("2026-11-23 17:00")));

    [Fact]
    public void Seconds_no_paper_shows_make_nobody_late() =>
        Assert.Equal(Punctuality.OnTime, Punctualities.Of(Given.At("2026-11-23 17:00").AddSeconds(59), Given.At("2026-11-23 17:00")));

    [Theory]
    [InlineData("2026-11-20 10:00", true, "2026-11-23 10:00")] // eight working hours
    [InlineData("2026-11-20 20:00", true, "2026-11-23 17:00")] // filed at night, counted from Monday's opening
    [InlineData("2026-11-24 10:00", true, "2026-11-25 17:00")] // filed on a holiday
    [InlineData("2026-11-20 10:00", false, "2026-11-23 17:00")] // counter: one working day
    public void Intake_must_be_decided_in_time(string submitted, bool online, string due) =>
        Assert.Equal(Given.At(due), IntakeClock.DecisionDue(Given.At(submitted), online, Given.Office));
}
