using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

internal static class Days
{
    /// <summary>Midnight behind a day, where the offices are.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Clock.Zone.GetUtcOffset(midnight));
    }
}
