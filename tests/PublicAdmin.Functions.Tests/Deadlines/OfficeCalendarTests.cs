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

    [Fact]
    public void A_year_nobody_planned_is_an_error_and_never_a_shorter_term()
    {
        var error = Assert.Throws<UnplannedYearException>(() => Given.Calendar.AddWorkingDays(Given.Day("2027-12-31"), 1));

        Assert.Equal(2028, error.Year);
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
