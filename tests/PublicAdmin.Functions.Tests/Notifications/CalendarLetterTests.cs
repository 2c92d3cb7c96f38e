using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Notifications;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>A holiday is decreed after dates were printed: letters are drafted, read, confirmed and sent once.</summary>
public sealed class CalendarLetterTests
{
    [Fact]
    public async Task A_date_on_the_new_holiday_gets_a_letter_that_moves_nothing_later()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync(); // due Tuesday 1 December
        await office.PutCalendarAsync(2026, "2026-12-01", seen: "1");

        var draft = Assert.Single(await DraftsAsync(office));

        Assert.Equal((code.ToString(), "closedDay"), (draft.GetProperty("code").GetString(), draft.GetProperty("effect").GetString()));
        Assert.Equal("2026-11-30T17:00:00+07:00", draft.GetProperty("readyBy").GetString());
        Assert.Contains("Ngày nghỉ mới (Quyết định mới)", draft.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains("17:00 thứ Hai 30/11/2026", draft.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Empty(MailsOf(office, "calendar")); // not before somebody has read it
    }

    [Theory]
    [InlineData("2026-11-27", "lessTime", "Ngày hẹn trả kết quả vẫn là 17:00 thứ Ba 01/12/2026")]
    [InlineData("2026-12-01", "closedDay", "nhận kết quả từ 17:00 thứ Hai 30/11/2026")]
    public async Task Confirmed_it_is_sent_once_however_often_it_is_confirmed(string dayOff, string effect, string sentence)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        await office.PutCalendarAsync(2026, dayOff, seen: "1");
        Assert.Equal(effect, (await DraftsAsync(office))[0].GetProperty("effect").GetString());

        var first = await ConfirmAsync(office, code.ToString());
        await office.DeliverMessagesAsync();
        var second = await ConfirmAsync(office, code.ToString());
        await office.DeliverMessagesAsync();

        Assert.Equal((1, 0), (first.Sent, first.SentBefore));
        Assert.Equal((0, 1), (second.Sent, second.SentBefore));
        Assert.Contains(sentence, EmlText.BodyOf(await File.ReadAllTextAsync(Assert.Single(MailsOf(office, "calendar")))), StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(office));
        Assert.Equal(Given.At("2026-12-01 17:00"), (await office.DeadlineAsync(code)).PromisedAt);
    }

    [Fact]
    public async Task The_next_change_has_a_letter_of_its_own_and_what_is_taken_back_needs_none()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        await office.PutCalendarAsync(2026, "2026-11-27", seen: "1");
        await ConfirmAsync(office, code.ToString());
        await office.DeliverMessagesAsync();

        await office.PutCalendarAsync(2026, "2026-12-01", seen: "2");

        Assert.Equal("closedDay", Assert.Single(await DraftsAsync(office)).GetProperty("effect").GetString());
    }

    [Fact]
    public async Task A_dossier_the_calendar_does_not_touch_gets_none()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();

        var answer = await ConfirmAsync(office, code.ToString());

        Assert.Equal((0, 0, code.ToString()), (answer.Sent, answer.SentBefore, Assert.Single(answer.Untouched)));
    }

    [Fact]
    public async Task Only_an_administrator_confirms_and_only_codes()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await office.As("leader-muong-ang").PostAsJsonAsync("/api/calendar-impact/letters", new { codes = new[] { "x" } })).StatusCode);
        Assert.Equal(
            "codes-unfit",
            (await office.As("administrator-province").PostAsJsonAsync("/api/calendar-impact/letters", new { codes = new[] { "x" } })
                .ProblemAsync(HttpStatusCode.BadRequest)).Code);
        Assert.Equal(
            "codes-unfit",
            (await office.As("administrator-province").PostAsJsonAsync("/api/calendar-impact/letters", new { codes = Array.Empty<string>() })
                .ProblemAsync(HttpStatusCode.BadRequest)).Code);
    }

    private static async Task<IReadOnlyList<JsonElement>> DraftsAsync(Office office) =>
        [.. (await office.As("administrator-province").GetFromJsonAsync<JsonElement>("/api/calendar-impact/letters")).GetProperty("drafts").EnumerateArray()];

    private static async Task<CalendarLettersSent> ConfirmAsync(Office office, string code) => await Counter.ReadAsync<CalendarLettersSent>(
        await office.As("administrator-province").PostAsJsonAsync("/api/calendar-impact/letters", new { codes = new[] { code } }), HttpStatusCode.OK);

    private static string[] MailsOf(Office office, string part) =>
        Directory.Exists(Path.Combine(office.Folder, "mail")) ? Directory.GetFiles(Path.Combine(office.Folder, "mail"), $"*{part}*.eml") : [];
}
