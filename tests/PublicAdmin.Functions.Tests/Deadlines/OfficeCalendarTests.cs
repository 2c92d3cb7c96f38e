using PublicAdmin.Deadlines.Calendar;

namespace PublicAdmin.Tests.Deadlines;

public class OfficeCalendarTests
{
    [Theory]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday to Monday
    [InlineData("2026-11-20", 3, "2026-11-26")] // over the holiday of 24 November
    [InlineData("2026-11-23", 1, "2026-11-25")] // straight over it
    [InlineData("2026-02-13", 3, "2026-02-25")] // over Tet
    [InlineData("2026-08-21", 1, "2026-08-22")] // to a Saturday worked in exchange
    [InlineData("2026-08-28", 1, "2026-09-03")] // over the long National Day weekend
    [InlineData("2026-04-24", 1, "2026-04-28")] // Hung Kings' day fell on Sunday, so Monday was off
    [InlineData("2026-11-20", 20, "2026-12-21")] // land registration
    [InlineData("2026-11-20", 30, "2027-01-05")] // land registration in a difficult commune, over New Year 2027
    [InlineData("2025-01-24", 1, "2025-02-03")] // over Tet 2025, 25 January to 2 February
    [InlineData("2025-04-25", 1, "2025-04-26")] // Saturday 26 April 2025 was worked …
    [InlineData("2025-04-29", 1, "2025-05-05")] // … for Friday 2 May
    [InlineData("2026-01-09", 1, "2026-01-10")] // Saturday 10 January was worked for Friday 2 January
    public void A_term_counts_only_days_the_office_is_open(string received, int days, string due) =>
        Assert.Equal(Given.Day(due), Given.Calendar.AddWorkingDays(Given.Day(received), days));

    [Theory]
    [InlineData("2026-11-24", false)] // holiday on a Tuesday
    [InlineData("2026-11-21", false)] // Saturday
    [InlineData("2026-08-22", true)] // worked Saturday
    [InlineData("2026-08-29", false)] // the next one is free again
    [InlineData("2026-08-31", false)] // the Monday given for it
    public void A_day_is_what_was_decided_about_it(string day, bool open) =>
        Assert.Equal(open, Given.Calendar.IsWorkingDay(Given.Day(day)));

    [Theory]
    [InlineData(2028, "2028-01-26", "2028-04-04")]
    [InlineData(2029, "2029-02-13", "2029-04-23")]
    [InlineData(2030, "2030-02-02", "2030-04-12")] // the Chinese calendar has 3 February
    [InlineData(2033, "2033-01-31", "2033-04-09")]
    [InlineData(2034, "2034-02-19", "2034-04-28")] // behind a leap month
    [InlineData(2025, "2025-01-29", "2025-04-07")]
    [InlineData(2026, "2026-02-17", "2026-04-26")]
    public void Tet_and_the_Hung_Kings_follow_the_Vietnamese_moon(int year, string tet, string kings)
    {
        Assert.Equal(Given.Day(tet), LunarCalendar.DayOf(year, 1, 1));
        Assert.Equal(Given.Day(kings), LunarCalendar.DayOf(year, 3, 10));
    }

    [Theory]
    [InlineData("2028-01-03")] // for New Year on a Saturday
    [InlineData("2028-01-26")] // Tết
    [InlineData("2028-04-04")] // 10/3 âm lịch
    [InlineData("2028-05-02")] // for Sunday 30 April
    [InlineData("2028-09-04")] // for Saturday 2 September
    [InlineData("2028-11-24")]
    public void A_year_nobody_planned_has_the_holidays_of_the_law(string day)
    {
        Assert.False(Given.Calendar.IsWorkingDay(Given.Day(day)));
        Assert.True(Given.Calendar.PlanOf(2028) is { Provisional: true, Version: 0 });
    }

    [Fact]
    public void By_the_law_alone_no_day_is_worked_that_was_off_when_the_year_was_decided()
    {
        foreach (var plan in Given.Calendar.Years.Where(plan => !plan.Provisional))
        {
            var exchanged = plan.Entries.Count(entry => entry.Kind is EntryKind.WorkedDay);
            var worked = plan.Entries.Where(entry => entry.Kind is EntryKind.DayOff)
                .Count(entry => StatutoryYear.Of(plan.Year).Entries.All(byLaw => byLaw.Day != entry.Day));

            Assert.True(worked <= exchanged, $"{plan.Year}: {worked} days off are not the law's, {exchanged} were exchanged");
        }
    }

    [Fact]
    public void Every_entry_lies_in_its_year_names_its_source_and_changes_its_day()
    {
        foreach (var plan in Given.Calendar.Years)
        {
            Assert.All(plan.Entries, entry => Assert.Equal(plan.Year, entry.Day.Year));
            Assert.All(plan.Entries, entry => Assert.NotEmpty(entry.Source));
            Assert.All(plan.Entries, entry => Assert.Equal(
                entry.Kind is EntryKind.WorkedDay, entry.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Fact]
    public void The_version_names_each_year_counted_and_marks_what_is_only_proposed() =>
        Assert.Equal("2026.1+2027.1p", Given.Calendar.VersionFor(Given.Day("2026-11-20"), Given.Day("2027-01-05")));
}
