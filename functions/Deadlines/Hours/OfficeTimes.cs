using System.Text.Json;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>The calendar and the hours in force, from which each office's <see cref="WorkingTime"/> is made.</summary>
public sealed record OfficeTimes(OfficeCalendar Calendar, OfficeHours Hours)
{
    /// <summary>office-hours.json.</summary>
    public static IReadOnlyList<HoursVersion> ShippedHours { get; } = Read<HoursVersion[]>("office-hours");

    /// <summary>What ships with the program: office-calendar.json and office-hours.json.</summary>
    public static OfficeTimes Shipped { get; } = new(new OfficeCalendar(Read<YearPlan[]>("office-calendar")), OfficeHours.Of(ShippedHours));

    public WorkingTime Of(string office) => new(Calendar, Hours, office);

    private static T Read<T>(string name)
    {
        using var json = typeof(OfficeTimes).Assembly.GetManifestResourceStream($"PublicAdmin.Deadlines.{name}.json")!;
        return JsonSerializer.Deserialize<T>(json, OfficeJson.Options)!;
    }
}
