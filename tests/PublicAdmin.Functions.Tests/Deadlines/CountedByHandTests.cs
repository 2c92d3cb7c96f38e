using System.Globalization;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>Sixty-two dates from January 2026 to January 2028, counted by hand with the decrees beside; V01 to V62.</summary>
public class CountedByHandTests
{
    // From 2027 on the office works 07:30–12:00 and 13:00–16:30 in winter, as before in summer.
    private static readonly WorkingTime Office = new(Given.Calendar, OfficeHours.Of(
    [
        .. OfficeTimes.ShippedHours,
        new HoursVersion("H18.61", new DateOnly(2027, 1, 1), "Quy chế làm việc", [
            new Season("04-16", "10-15", [new Shift(new(7, 0), new(11, 30)), new Shift(new(13, 30), new(17, 0))]),
            new Season("10-16", "04-15", [new Shift(new(7, 30), new(12, 0)), new Shift(new(13, 0), new(16, 30))]),
        ]),
    ]), "H18.61");

    [Theory]
    [InlineData("V02", "h1", "2026-01-09 08:00", "2026-01-09 14:00")]
    [InlineData("V03", "d3", "2026-01-09 08:00", "2026-01-13 17:00")]
    [InlineData("V05", "h1", "2026-01-09 12:00", "2026-01-10 07:30")]
    [InlineData("V06", "s", "2026-01-09 15:01", "2026-01-10 17:00")]
    [InlineData("V07", "h1", "2026-01-09 16:30", "2026-01-10 10:30")]
    [InlineData("V08", "s", "2026-01-10 14:59", "2026-01-10 17:00")]
    [InlineData("V09", "s", "2026-01-10 15:30", "2026-01-12 17:00")]
    [InlineData("V10", "c30", "2026-01-16 09:00", "2026-02-23 17:00")]
    [InlineData("V11", "d10", "2026-02-09 09:00", "2026-03-02 17:00")]
    [InlineData("V12", "d5", "2026-02-13 09:00", "2026-02-27 17:00")]
    [InlineData("V13", "s", "2026-02-13 14:59", "2026-02-13 17:00")]
    [InlineData("V14", "s", "2026-02-13 15:01", "2026-02-23 17:00")]
    [InlineData("V16", "d3", "2026-02-17 09:00", "2026-02-25 17:00")]
    [InlineData("V18", "d10", "2026-03-02 09:00", "2026-03-16 17:00")]
    [InlineData("V22", "c30", "2026-04-01 09:00", "2026-05-04 17:00")]
    [InlineData("V23", "d3", "2026-04-23 09:00", "2026-04-29 17:00")]
    [InlineData("V24", "s", "2026-04-24 15:00:30", "2026-04-24 17:00")] // 15:00 by the minute is not after 15:00
    [InlineData("V24a", "s", "2026-04-24 15:01:00", "2026-04-28 17:00")]
    [InlineData("V25", "d2", "2026-04-29 09:00", "2026-05-05 17:00")]
    [InlineData("V26", "d10", "2026-08-21 09:00", "2026-09-08 17:00")]
    [InlineData("V27", "d3", "2026-08-22 09:00", "2026-08-26 17:00")]
    [InlineData("V28", "d30", "2026-08-24 09:00", "2026-10-08 17:00")]
    [InlineData("V29", "d20", "2026-08-24 09:00", "2026-09-24 17:00")]
    [InlineData("V30", "d18", "2026-08-24 09:00", "2026-09-22 17:00")]
    [InlineData("V31", "c23", "2026-10-30 09:00", "2026-11-23 17:00")]
    [InlineData("V36", "d10", "2026-11-16 09:00", "2026-12-01 17:00")]
    [InlineData("V37", "s", "2026-11-23 15:01", "2026-11-25 17:00")]
    [InlineData("V39", "h1", "2026-11-24 09:00", "2026-11-25 11:00")]
    [InlineData("V39b", "s", "2026-11-24 09:00", "2026-11-25 17:00")]
    [InlineData("V41", "d9", "2026-11-19 09:00", "2026-12-03 17:00")]
    [InlineData("V45", "d10", "2026-12-07 09:00", "2026-12-21 17:00")]
    [InlineData("V49", "d3", "2026-12-31 09:00", "2027-01-06 16:30")]
    [InlineData("V50", "h1", "2026-12-31 10:00", "2026-12-31 16:00")]
    [InlineData("V51", "h1", "2026-12-31 16:00", "2027-01-04 10:30")]
    [InlineData("V52", "s", "2027-01-04 15:45", "2027-01-05 16:30")]
    [InlineData("V53", "h1", "2027-01-04 15:45", "2027-01-05 10:45")]
    [InlineData("V54", "d3", "2027-02-03 09:00", "2027-02-17 16:30")]
    [InlineData("V55", "h1", "2027-04-15 15:45", "2027-04-19 10:15")]
    [InlineData("V56", "d2", "2027-04-29 09:00", "2027-05-05 17:00")]
    [InlineData("V57", "d2", "2027-09-01 09:00", "2027-09-07 17:00")]
    [InlineData("V58", "d30", "2027-12-06 09:00", "2028-01-18 16:30")] // into a year by the law alone
    [InlineData("V59", "s", "2027-12-30 09:00", "2027-12-30 16:30")]
    [InlineData("V60", "d2", "2027-12-31 09:00", "2028-01-05 16:30")]
    public void A_term_ends(string vector, string term, string received, string due) =>
        Assert.Equal((vector, At(due)), (vector, DeadlineClock.Start(At(received), TermOf(term), Office).Value.DueAt));

    [Theory]
    [InlineData("V01", true, "2026-01-01 10:00", "2026-01-05 17:00")]
    [InlineData("V04", true, "2026-01-09 10:00", "2026-01-10 10:00")]
    [InlineData("V15", true, "2026-02-17 09:00", "2026-02-23 17:00")]
    [InlineData("V38", true, "2026-11-23 16:00", "2026-11-25 16:00")]
    [InlineData("V61", true, "2027-12-30 10:00", "2027-12-31 10:00")]
    [InlineData("V62", true, "2027-12-31 15:00", "2028-01-04 15:00")]
    [InlineData("V62b", false, "2027-12-31 15:00", "2028-01-04 16:30")]
    public void Intake_is_decided_by(string vector, bool online, string filed, string due) =>
        Assert.Equal((vector, At(due)), (vector, IntakeClock.DecisionDue(At(filed), online, Office)));

    [Theory]
    [InlineData("V17", "d10", "2026-02-09 09:00", "2026-02-12 10:00", "2026-02-25 10:00", "2026-03-06 17:00")]
    [InlineData("V19", "d10", "2026-03-02 09:00", "2026-03-05 11:40", "2026-03-05 13:20", "2026-03-16 17:00")]
    [InlineData("V20", "d10", "2026-03-02 09:00", "2026-03-05 16:00", "2026-03-06 08:00", "2026-03-17 09:00")]
    [InlineData("V21", "d10", "2026-03-02 09:00", "2026-03-06 18:00", "2026-03-08 10:00", "2026-03-16 17:00")]
    [InlineData("V35", "d3", "2026-11-02 09:00", "2026-11-05 08:00", "2026-11-06 08:00", "2026-11-06 17:00")]
    [InlineData("V40", "d10", "2026-11-16 09:00", "2026-11-23 08:00", "2026-11-26 08:00", "2026-12-03 17:00")]
    [InlineData("V48", "d10", "2026-12-07 09:00", "2026-12-10 08:00", "2026-12-14 08:00", "2026-12-23 17:00")]
    public void A_pause_moves_it_to(string vector, string term, string received, string from, string to, string due)
    {
        // Nobody presses a button at the full minute, and no second may move a date.
        foreach (var (first, last) in new[] { (0.0, 0.0), (0.2, 0.4), (59.9, 0.1), (0.1, 59.9) })
        {
            var deadline = DeadlineClock.Start(At(received).AddSeconds(first), TermOf(term), Office).Value;
            var pause = new Pause(PauseKind.Supplement, PausePolicy.Pause, At(from).AddSeconds(first), At(to).AddSeconds(last), "Thiếu giấy", "Điều 1");

            Assert.Equal((vector, At(due)), (vector, DeadlineClock.Resume(deadline, pause, TermOf(term), Office).OwedAt));
        }
    }

    [Fact]
    public void V32_to_V34_an_extension_and_a_pause_behind_it()
    {
        var term = Term.WorkingDays(3);
        var due5 = DeadlineClock.Start(At("2026-11-02 09:00"), term, Office).Value;
        var room = new ExtensionRoom(0, 3);

        var extended = DeadlineExtension.Extend(due5, new DateOnly(2026, 11, 10), room, false, At("2026-11-04 09:00"), Office).Value;
        var pause = new Pause(
            PauseKind.Supplement, PausePolicy.Pause, At("2026-11-05 08:00").AddSeconds(3), At("2026-11-06 08:00").AddSeconds(5), "Thiếu giấy", "Điều 1");
        var paused = DeadlineClock.Resume(extended, pause, term, Office);

        Assert.Equal((At("2026-11-10 17:00"), At("2026-11-05 17:00")), (extended.DueAt, extended.OwedAt));
        Assert.Equal(
            "extension-day-unfit",
            DeadlineExtension.Extend(due5, new DateOnly(2026, 11, 24), new ExtensionRoom(0, 15), false, At("2026-11-04 09:00"), Office).Refusal?.Code);
        Assert.Equal(At("2026-11-11 17:00"), paused.DueAt);
    }

    [Fact]
    public void V42_and_V43_a_holiday_decreed_later_counts_for_what_is_received_later()
    {
        var later = Given.OfficeWithDayOff(new DateOnly(2026, 12, 3));

        Assert.Equal(At("2026-12-04 17:00"), DeadlineClock.Start(At("2026-11-19 09:00"), Term.WorkingDays(9), later).Value.DueAt);
    }

    [Fact]
    public void V44_V46_V47_a_term_that_restarts()
    {
        var term = Term.WorkingDays(5) with { Policy = PausePolicy.Restart };
        var deadline = DeadlineClock.Start(At("2026-12-07 09:00"), term, Office).Value;
        var pause = new Pause(PauseKind.Supplement, PausePolicy.Restart, At("2026-12-10 09:00"), At("2026-12-14 09:00").AddSeconds(2), "Thiếu giấy", "Điều 1");

        Assert.Equal(At("2026-12-14 17:00"), deadline.PromisedAt);
        Assert.Equal(At("2026-12-21 17:00"), DeadlineClock.Resume(deadline, pause, term, Office).DueAt);
    }

    private static Term TermOf(string text) => text[0] switch
    {
        'd' => Term.WorkingDays(int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        'h' => Term.HalfWorkingDays(int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        'c' => Term.CalendarDays(int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        _ => Term.SameDay,
    };

    private static DateTimeOffset At(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
