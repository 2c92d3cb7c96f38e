using PublicAdmin.Deadlines.Hours;

namespace PublicAdmin.Tests.Deadlines;

public class OfficeHoursTests
{
    private static readonly OfficeHours Hours = new(
    [
        Rule("*", "2025-01-01", "01-01", "12-31", "07:00-11:30", "13:30-17:00"),
        Rule("H18.70", "2026-01-01", "10-16", "04-15", "07:30-12:00", "13:00-16:30"), // winter over New Year
        Rule("H18.70", "2026-06-01", "04-16", "10-15", "06:30-11:00", "13:30-17:00"),
    ]);

    [Theory]
    [InlineData("H18.61", "2026-12-01", "07:00")] // the province's hours
    [InlineData("H18.70", "2026-12-01", "07:30")] // its own winter
    [InlineData("H18.70", "2026-02-02", "07:30")] // the same winter, beyond New Year
    [InlineData("H18.70", "2026-07-01", "06:30")] // its own summer
    [InlineData("H18.70", "2026-05-15", "07:00")] // before its summer rule was in force
    [InlineData("H18.70", "2025-12-01", "07:00")] // before any of its own
    [InlineData("H18.70", "2020-02-29", "07:00")] // before any at all: of a dossier carried over
    public void An_office_keeps_its_own_hours_in_each_season(string office, string day, string opens) =>
        Assert.Equal(TimeOnly.ParseExact(opens, "HH:mm"), Hours.On(office, Given.Day(day))[0].Opens);

    [Fact]
    public void A_term_in_hours_is_counted_in_the_hours_of_the_office()
    {
        var time = new WorkingTime(Given.Calendar, Hours, "H18.70");

        Assert.Equal(Given.At("2026-12-01 13:30"), time.Add(Given.At("2026-12-01 07:00"), TimeSpan.FromHours(5)));
    }

    [Fact]
    public void The_hours_that_ship_make_eight_a_day()
    {
        var shifts = OfficeTimes.Shipped.Hours.On("H18.61", Given.Day("2026-11-20"));

        Assert.Equal(WorkingTime.Day, shifts.Aggregate(TimeSpan.Zero, (sum, shift) => sum + (shift.Closes - shift.Opens)));
    }

    private static HoursRule Rule(string office, string from, string seasonFrom, string seasonTo, params string[] shifts) =>
        new(office, Given.Day(from), seasonFrom, seasonTo, [.. shifts.Select(Shift)], "Quy chế làm việc");

    private static Shift Shift(string text) => new(TimeOnly.ParseExact(text[..5], "HH:mm"), TimeOnly.ParseExact(text[6..], "HH:mm"));
}
