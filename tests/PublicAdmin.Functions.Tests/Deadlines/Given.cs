using System.Globalization;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>The calendar that ships, an ordinary office in it, and dates written short.</summary>
internal static class Given
{
    public static OfficeCalendar Calendar => OfficeTimes.Shipped.Calendar;

    public static WorkingTime Office { get; } = OfficeTimes.Shipped.Of("H18.61");

    /// <summary>Office time, e.g. <c>2026-11-20 14:30</c>.</summary>
    public static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The office, after somebody decreed one more day off.</summary>
    public static WorkingTime OfficeWithDayOff(DateOnly day) => new(WithDayOff(day), OfficeTimes.Shipped.Hours, "H18.61");

    public static OfficeCalendar WithDayOff(DateOnly day)
    {
        var plan = Calendar.PlanOf(day.Year);
        var entry = new CalendarEntry(day, EntryKind.DayOff, new Text("Ngày nghỉ mới", "New holiday"), "Quyết định thử nghiệm");
        return Calendar.With(plan with { Version = plan.Version + 1, Entries = [.. plan.Entries.Where(other => other.Day != day), entry] });
    }
}
