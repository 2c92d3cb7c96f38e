using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

public class DeadlineClockTests
{
    [Theory]
    [InlineData("2026-11-20 09:10", 1, "2026-11-23 17:00")] // the day of receipt does not count
    [InlineData("2026-11-20 16:50", 1, "2026-11-23 17:00")] // nor does the hour
    [InlineData("2026-11-21 10:00", 1, "2026-11-23 17:00")] // received on a free Saturday, counted from Monday
    [InlineData("2026-11-23 09:00", 1, "2026-11-25 17:00")] // over 24 November
    [InlineData("2026-02-13 09:00", 3, "2026-02-25 17:00")] // over Tet
    [InlineData("2026-08-21 09:00", 1, "2026-08-22 17:00")] // a worked Saturday counts
    public void Working_days_end_at_closing_time(string received, int days, string due) =>
        Assert.Equal(Given.At(due), Start(received, Term.WorkingDays(days)).DueAt);

    [Theory]
    [InlineData("2026-11-20 09:00", 8, "2026-11-23 09:00")] // 2:30 + 3:30 on Friday, 2:00 on Monday
    [InlineData("2026-11-20 07:00", 8, "2026-11-20 17:00")] // a whole day
    [InlineData("2026-11-20 11:00", 1, "2026-11-20 14:00")] // over lunch
    [InlineData("2026-11-20 12:15", 1, "2026-11-20 14:30")] // received at lunch, counted from 13:30
    [InlineData("2026-11-20 18:00", 2, "2026-11-23 09:00")] // after closing, counted from the next opening
    [InlineData("2026-11-23 16:00", 2, "2026-11-25 08:00")] // over 24 November
    public void Working_hours_run_from_receipt_while_the_office_is_open(string received, int hours, string due) =>
        Assert.Equal(Given.At(due), Start(received, Term.WorkingHours(hours)).DueAt);

    [Theory]
    [InlineData("2026-11-20 07:00", 1, "2026-11-20 11:00")] // residence found in the database
    [InlineData("2026-11-20 15:00", 1, "2026-11-23 09:00")]
    [InlineData("2026-11-20 07:00", 3, "2026-11-23 11:00")]
    public void Half_days_are_four_hours_each(string received, int halves, string due) =>
        Assert.Equal(Given.At(due), Start(received, Term.HalfWorkingDays(halves)).DueAt);

    [Theory]
    [InlineData("2026-11-20 14:59", "2026-11-20 17:00")]
    [InlineData("2026-11-20 15:00", "2026-11-20 17:00")] // not later than 15:00
    [InlineData("2026-11-20 15:01", "2026-11-23 17:00")] // received after 15:00
    [InlineData("2026-11-23 15:01", "2026-11-25 17:00")] // the next day is a holiday
    [InlineData("2026-11-22 09:00", "2026-11-23 17:00")] // on a Sunday
    [InlineData("2026-11-20 05:30", "2026-11-20 17:00")] // before opening
    [InlineData("2026-08-22 10:00", "2026-08-22 17:00")] // on a worked Saturday
    public void A_same_day_result_is_due_at_closing_unless_received_after_15h(string received, string due) =>
        Assert.Equal(Given.At(due), Start(received, Term.SameDay).DueAt);

    [Theory]
    [InlineData("2026-10-21 10:00", 30, "2026-11-20 17:00")] // mediation of a land dispute
    [InlineData("2026-10-22 10:00", 30, "2026-11-23 17:00")] // ends on a Saturday, so on Monday
    [InlineData("2026-10-25 10:00", 30, "2026-11-25 17:00")] // ends on 24 November, so the day after
    public void Calendar_days_count_every_day_but_end_on_an_open_one(string received, int days, string due) =>
        Assert.Equal(Given.At(due), Start(received, Term.CalendarDays(days)).DueAt);

    [Theory]
    [InlineData(17, false, "2026-12-16 17:00")] // first registration of land
    [InlineData(17, true, "2026-12-30 17:00")] // the same in a difficult commune: 27
    [InlineData(20, false, "2026-12-21 17:00")]
    [InlineData(20, true, "2027-01-05 17:00")] // 30, over New Year
    [InlineData(8, true, "2026-12-17 17:00")] // correction of a first certificate: 18
    public void Land_in_a_difficult_commune_takes_ten_working_days_more(int days, bool difficult, string due)
    {
        var deadline = DeadlineClock.Start(Given.At("2026-11-20 09:00"), Term.WorkingDays(days, localityBonus: 10), Given.Office, difficult).Value;

        Assert.Equal(Given.At(due), deadline.DueAt);
    }

    [Fact]
    public void A_term_by_agreement_ends_when_it_was_agreed()
    {
        var agreed = Given.At("2026-11-27 10:00");

        var deadline = DeadlineClock.Start(Given.At("2026-11-20 09:00"), Term.ByAgreement, Given.Office, agreedAt: agreed).Value;

        Assert.Equal(agreed, deadline.PromisedAt);
    }

    [Fact]
    public void A_term_by_agreement_without_an_agreed_moment_is_refused() =>
        Assert.Equal("agreed-time-missing", DeadlineClock.Start(Given.At("2026-11-20 09:00"), Term.ByAgreement, Given.Office).Refusal?.Code);

    [Fact]
    public void A_term_into_a_year_nobody_planned_is_counted_by_the_law_and_marked()
    {
        var deadline = DeadlineClock.Start(Given.At("2027-12-20 09:00"), Term.WorkingDays(20), Given.Office).Value;

        Assert.Equal(Given.At("2028-01-18 17:00"), deadline.DueAt); // 3 January is off for the Saturday of New Year
        Assert.Equal("2027.1p+2028.0p", deadline.CalendarVersion);
        Assert.True(deadline.IsProvisional);
    }

    [Fact]
    public void The_promise_remembers_the_calendar_it_was_counted_with()
    {
        var deadline = Start("2026-11-20 09:00", Term.WorkingDays(30));

        Assert.Equal(Given.At("2027-01-05 17:00"), deadline.PromisedAt);
        Assert.Equal("2026.1+2027.1p", deadline.CalendarVersion);
    }

    [Fact]
    public void An_instant_in_another_zone_is_the_same_instant()
    {
        var utc = Given.At("2026-11-20 15:01").ToUniversalTime();

        Assert.Equal(Given.At("2026-11-23 17:00"), DeadlineClock.Start(utc, Term.SameDay, Given.Office).Value.DueAt);
    }

    private static Deadline Start(string received, Term term) => DeadlineClock.Start(Given.At(received), term, Given.Office).Value;
}
