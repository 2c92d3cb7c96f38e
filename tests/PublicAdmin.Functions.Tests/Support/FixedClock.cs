namespace PublicAdmin.Tests.Support;

/// <summary>Stands still until a test moves it.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public void GoTo(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan by) => _now += by;
}
