using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>An administrator sees what a plan would do to open dossiers before anybody is bound by it.</summary>
public class CalendarTrialTests
{
    // The shipped plan with one more day off.
    private static readonly YearPlanForm Plan = new(
        false, "Công điện",
        [.. Given.Calendar.PlanOf(2026).Entries, new(new DateOnly(2026, 11, 27), EntryKind.DayOff, new("Nghỉ", "Off"), "Công điện")]);

    [Fact]
    public async Task What_a_plan_would_touch_is_told_before_it_is_entered_and_nothing_is_kept()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var touched = await office.ReceiveForMaiAsync(); // due 1 December
        var administrator = office.As("administrator-province");

        var tried = await administrator.PostAsJsonAsync("/api/calendar/2026/trial", Plan, OfficeJson.Options);
        var report = await Counter.ReadAsync<JsonElement>(tried, HttpStatusCode.OK);
        var after = await administrator.GetFromJsonAsync<JsonElement>("/api/calendar-impact");

        var line = report.GetProperty("lines").EnumerateArray().Single(one => one.GetProperty("code").GetString() == touched.ToString());
        Assert.Equal("2026-12-02T17:00:00+07:00", line.GetProperty("countedNow").GetString());
        Assert.Empty(after.GetProperty("lines").EnumerateArray());
    }

    [Fact]
    public async Task A_year_no_calendar_is_kept_of_is_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var unfit = await office.As("administrator-province").PostAsJsonAsync("/api/calendar/1999/trial", Plan, OfficeJson.Options)
            .ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal("calendar-unknown", unfit.Code);
    }
}
