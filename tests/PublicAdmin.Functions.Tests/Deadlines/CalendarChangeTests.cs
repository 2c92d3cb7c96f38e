using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

public class CalendarChangeTests
{
    [Fact]
    public async Task A_holiday_decreed_late_lists_the_dossiers_it_touches_and_moves_no_date()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var touched = await office.ReceiveForMaiAsync(); // due 1 December
        await office.ReceiveAsync("2026-11-16 09:00", serial: 2, "1.001653", Term.WorkingDays(5)); // due before it

        var put = await office.PutCalendarAsync(2026, "2026-11-27", seen: "1");
        var report = await office.As("administrator-province").GetFromJsonAsync<JsonElement>("/api/calendar-impact");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var line = Assert.Single(report.GetProperty("lines").EnumerateArray().ToList());
        Assert.Equal(touched.ToString(), line.GetProperty("code").GetString());
        Assert.Equal("lessTime", line.GetProperty("effect").GetString());
        Assert.Equal("2026-12-01T17:00:00+07:00", line.GetProperty("promisedAt").GetString());
        Assert.Equal("2026-12-02T17:00:00+07:00", line.GetProperty("countedNow").GetString());
        Assert.Equal(Given.At("2026-12-01 17:00"), (await office.The<DossierStore>().FindAsync(touched, default))!.Dossier.Deadline!.DueAt);
    }

    [Fact]
    public async Task A_promise_is_still_explained_with_the_calendar_it_was_counted_with()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        await office.PutCalendarAsync(2026, "2026-11-27", seen: "1");
        await office.RestartAsync();

        var view = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{code}/deadline");

        Assert.Equal("2026.1", view.GetProperty("calendarVersion").GetString());
        Assert.Equal(10 * 8 * 60, view.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("minutesCounted").GetInt32()));
    }

    [Fact]
    public async Task What_is_received_afterwards_is_counted_with_the_new_calendar()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.PutCalendarAsync(2026, "2026-11-27", seen: "1");

        var code = await office.ReceiveForMaiAsync();

        var deadline = (await office.The<DossierStore>().FindAsync(code, default))!.Dossier.Deadline!;
        Assert.Equal((Given.At("2026-12-02 17:00"), "2026.2"), (deadline.PromisedAt, deadline.CalendarVersion));
    }

    [Fact]
    public async Task A_rung_the_calendar_moves_earlier_comes_earlier()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync(); // due Tuesday 1 December; last day warned of on Monday 30

        await office.PutCalendarAsync(2026, "2026-11-30", seen: "1");
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        office.Clock.GoTo(Given.At("2026-11-27 07:05"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));

        Assert.Contains("last-day", await office.RungsOfAsync(code)); // Friday, because Monday is off now
    }

    [Fact]
    public async Task A_rung_the_calendar_moves_later_is_not_lost()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync(); // half of the time is used on Monday 23 at 17:00

        await office.PutCalendarAsync(2026, "2026-11-20", seen: "1");
        office.Clock.GoTo(Given.At("2026-11-23 17:05"));
        await office.The<EscalationSweep>().RunAsync(default); // the sweep alone, without the planner
        var tooEarly = await office.RungsOfAsync(code);
        office.Clock.GoTo(Given.At("2026-11-25 17:05"));
        await office.The<EscalationSweep>().RunAsync(default);

        Assert.Empty(tooEarly);
        Assert.Equal(["half"], await office.RungsOfAsync(code));
    }

    [Fact]
    public async Task Of_two_administrators_one_is_told_that_the_other_came_first()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var answers = await Task.WhenAll(office.PutCalendarAsync(2026, "2026-11-27", seen: "1"), office.PutCalendarAsync(2026, "2026-11-30", seen: "1"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
    }

    [Theory]
    [InlineData("2026-11-28", "calendar-day-unfit")] // a Saturday is off anyway
    [InlineData("2027-11-26", "calendar-day-unfit")] // another year
    public async Task A_day_that_changes_nothing_is_refused(string day, string code)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var answer = await office.PutCalendarAsync(2026, day, seen: "1");

        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Anybody_may_read_the_calendar_and_nobody_but_an_administrator_change_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var plan = await office.Http.GetFromJsonAsync<JsonElement>("/api/calendar/2026");
        var denied = await office.As("leader-muong-ang")
            .PutAsJsonAsync("/api/calendar/2026", new { provisional = false, source = "x", entries = Array.Empty<object>(), reason = "x" });

        Assert.Equal(16, plan.GetProperty("entries").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.True((await office.Http.GetFromJsonAsync<JsonElement>("/api/calendar/2031")).GetProperty("provisional").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await office.Http.GetAsync("/api/calendar/2131")).StatusCode);
    }
}

internal static class CalendarOffice
{
    /// <summary>The shipped plan with one more day off.</summary>
    public static async Task<HttpResponseMessage> PutCalendarAsync(this Office office, int year, string dayOff, string seen)
    {
        var http = office.As("administrator-province");
        http.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        var entries = Given.Calendar.PlanOf(year).Entries
            .Select(entry =>
                new
                {
                    day = entry.Day,
                    kind = entry.Kind is EntryKind.DayOff ? "dayOff" : "workedDay",
                    name = new { vi = entry.Name.Vi, en = entry.Name.En },
                    source = entry.Source
                })
            .Append(new { day = Given.Day(dayOff), kind = "dayOff", name = new { vi = "Ngày nghỉ mới", en = "New holiday" }, source = "Quyết định mới" });
        return await http.PutAsJsonAsync($"/api/calendar/{year}", new { provisional = false, source = "Quyết định mới", entries, reason = "Đổi ngày nghỉ" });
    }
}
