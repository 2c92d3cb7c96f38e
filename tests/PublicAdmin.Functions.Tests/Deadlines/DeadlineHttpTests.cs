using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>What a citizen and a head of agency see of a deadline, through the front door.</summary>
public class DeadlineHttpTests
{
    [Fact]
    public async Task The_citizen_reads_why_the_date_is_what_it_is()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();

        var view = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{code}/deadline");

        Assert.Equal("2026-12-01T17:00:00+07:00", view.GetProperty("dueAt").GetString());
        Assert.Contains("24/11: Ngày Văn hóa Việt Nam, không tính (Nghị quyết 28/2026/QH16", view.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(10 * 8 * 60, view.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("minutesCounted").GetInt32()));
    }

    [Fact]
    public async Task In_English_for_whoever_asks_for_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        using var mai = office.As("mai");
        mai.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var view = await mai.GetFromJsonAsync<JsonElement>($"/api/dossiers/{code}/deadline");

        Assert.Contains("24 Nov: Vietnamese Culture Day, not counted", view.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_deadline_can_be_read()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.As("thanh").GetAsync($"/api/dossiers/{code}/deadline")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("officer-muong-ang").GetAsync($"/api/dossiers/{code}/deadline")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.As("officer-dien-bien-phu").GetAsync($"/api/dossiers/{code}/deadline")).StatusCode);
    }

    [Fact]
    public async Task The_head_extends_once_and_the_promise_stays()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        office.Clock.GoTo(Given.At("2026-11-30 09:00"));

        var first = await office.ActAsync("leader-dien-bien-phu", code, "extension", new { newDay = "2026-12-04", reason = "Chờ xác minh tại xã Mường Phăng" });
        var second = await office.ActAsync("leader-dien-bien-phu", code, "extension", new { newDay = "2026-12-08", reason = "Chờ thêm" });
        var view = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{code}/deadline");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("already-extended", (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal("2026-12-04T17:00:00+07:00", view.GetProperty("dueAt").GetString());
        Assert.Equal("2026-12-01T17:00:00+07:00", view.GetProperty("promisedAt").GetString());
        Assert.Equal("2026-12-01T17:00:00+07:00", view.GetProperty("owedAt").GetString());
        Assert.Contains("gia hạn: Chờ xác minh tại xã Mường Phăng", view.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-18", null, "2026-11-18", null)] // two working days, as the procedure provides: not late within them
    [InlineData("2026-11-19", null, null, "extension-too-long")]
    [InlineData("2026-11-27", "Văn bản thỏa thuận số 01 ngày 16/11/2026", "2026-11-27", null)]
    public async Task Certification_is_not_late_within_its_two_days_or_what_was_agreed_in_writing(
        string newDay, string? agreement, string? owed, string? refusal)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveAsync("2026-11-16 09:00", serial: 1, "2.000815", Term.SameDay);

        var answer = await office.ActAsync("leader-dien-bien-phu", code, "extension", new { newDay, agreement, reason = "Nhiều trang" });
        var deadline = (await office.As("leader-dien-bien-phu").ReadDossierAsync(code)).Deadline!;

        Assert.Equal(refusal, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(Given.At($"{owed ?? "2026-11-16"} 17:00"), deadline.OwedAt);
        Assert.Equal(Given.At("2026-11-16 17:00"), deadline.PromisedAt);
    }

    [Theory]
    [InlineData("extension", "officer-dien-bien-phu", "{\"newDay\":\"2026-12-04\",\"reason\":\"x\"}", HttpStatusCode.Forbidden)] // not the head
    [InlineData("extension", "leader-dien-bien-phu", "{\"newDay\":\"2026-12-05\",\"reason\":\"x\"}", HttpStatusCode.BadRequest)] // a Saturday
    [InlineData("extension", "leader-dien-bien-phu", "{\"newDay\":\"2026-12-04\",\"reason\":\" \"}", HttpStatusCode.BadRequest)] // no reason
    [InlineData("apology", "leader-dien-bien-phu", "{\"expectedOn\":\"2026-12-04\",\"reason\":\"x\"}", HttpStatusCode.Conflict)] // still in time
    [InlineData("posting", "leader-dien-bien-phu", "{\"days\":0,\"reason\":\"x\",\"ground\":\"y\"}",
        HttpStatusCode.UnprocessableEntity)] // a pension is never posted
    public async Task What_the_rules_do_not_allow_is_refused(string act, string who, string body, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();
        office.Clock.GoTo(Given.At("2026-11-30 09:00"));

        var answer = await office.ActAsync(who, code, act, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(expected, answer.StatusCode);
    }
}

internal static class DeadlineOffice
{
    /// <summary>Mai's social pension, received on Monday 16 November 2026 in Điện Biên Phủ ward, due on 1 December.</summary>
    public static async Task<DossierCode> ReceiveForMaiAsync(this Office office) => await office.ReceiveAsync("2026-11-16 09:00", serial: 1);

    /// <summary>As often as a letter is tried, and then it is given up.</summary>
    public static async Task TryLettersForAWeekAsync(this Office office)
    {
        foreach (var _ in Enumerable.Range(0, 8))
        {
            office.Clock.Advance(TimeSpan.FromHours(25));
            await office.DeliverMessagesAsync();
        }
    }

    public static Task<HttpResponseMessage> ActAsync(this Office office, string persona, DossierCode code, string act, object body)
    {
        var http = office.As(persona);
        http.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return http.PostAsJsonAsync($"/api/dossiers/{code}/{act}", body);
    }
}
