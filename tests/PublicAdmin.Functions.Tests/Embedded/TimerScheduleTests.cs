using PublicAdmin.Embedded.Timers;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Embedded;

public class TimerScheduleTests
{
    [Theory]
    [InlineData("0 30 7 * * *", "2026-11-20T00:29:59Z", "2026-11-20T00:30:00Z")] // 07:30 in Điện Biên is 00:30 UTC
    [InlineData("0 30 7 * * *", "2026-11-20T00:30:00Z", "2026-11-21T00:30:00Z")]
    [InlineData("0 */5 * * * *", "2026-11-20T02:03:00Z", "2026-11-20T02:05:00Z")]
    [InlineData("0 0 0 1 * *", "2026-11-20T02:00:00Z", "2026-11-30T17:00:00Z")] // the month begins at 17:00 UTC of the day before
    [InlineData("0 30 7 * * 1-5", "2026-11-20T02:00:00Z", "2026-11-23T00:30:00Z")] // from Friday to Monday
    [InlineData("0 0 0 29 2 *", "2026-11-20T02:00:00Z", "2028-02-28T17:00:00Z")] // a leap day
    public void Hours_are_those_of_the_office(string expression, string after, string next) =>
        Assert.Equal(Instant(next), TimerSchedule.Parse(expression, Instant(after)).After(Instant(after)));

    [Theory]
    [InlineData("0 0 0 31 2 *")] // 31 February
    [InlineData("30 7 * * *")] // five fields
    [InlineData("every morning")]
    [InlineData("")]
    public void A_schedule_that_never_comes_or_cannot_be_read_is_an_error(string expression) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(expression, Instant("2026-11-20T02:00:00Z")));

    [Fact]
    public void Every_named_schedule_can_be_read() =>
        Assert.All(Schedules.All.Values, expression => TimerSchedule.Parse(expression, Instant("2026-11-20T02:00:00Z")));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text);
}
