using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

public class InboxTests
{
    [Fact]
    public async Task The_last_day_lies_in_the_inbox_of_head_and_director_with_the_apology_to_sign()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 07:05");

        foreach (var persona in new[] { "leader-dien-bien-phu", "supervisor-dien-bien-phu", "officer-dien-bien-phu" })
        {
            var newest = (await office.InboxOfAsync(persona))[0];
            Assert.Equal("[Ngày mai hết hạn] Hồ sơ H18.61-261116-0001", newest.GetProperty("subject").GetString());
            Assert.Contains("Thư xin lỗi (Mẫu 04) đã được soạn", newest.GetProperty("body").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Overdue_goes_to_the_chair_and_two_days_later_to_the_office_of_the_province()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-12-04 07:05");

        var subjects = (await office.InboxOfAsync("leader-dien-bien-phu")).Select(line => line.GetProperty("subject").GetString()).ToList();

        Assert.Equal(
            ["[Quá hạn hơn hai ngày làm việc]", "[Đã quá hạn]", "[Ngày mai hết hạn]", "[Đã dùng 75% thời hạn]"],
            subjects.Select(subject => subject![..(subject!.IndexOf(']', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public async Task Each_reader_has_read_what_they_have_read()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 07:05");
        var id = (await office.InboxOfAsync("leader-dien-bien-phu"))[0].GetProperty("id").GetString();

        var marked = await office.As("leader-dien-bien-phu").PutAsync($"/api/inbox/{id}/read", null);

        Assert.Equal(HttpStatusCode.NoContent, marked.StatusCode);
        Assert.Equal([true, false], (await office.InboxOfAsync("leader-dien-bien-phu")).Select(line => line.GetProperty("read").GetBoolean()));
        Assert.DoesNotContain(await office.InboxOfAsync("supervisor-dien-bien-phu"), line => line.GetProperty("read").GetBoolean());
    }

    [Fact]
    public async Task Another_offices_inbox_is_empty()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 07:05");

        Assert.Empty(await office.InboxOfAsync("leader-muong-ang"));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("Lw")] // "/"
    public async Task A_line_that_cannot_be_is_refused(string id)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var answer = await office.As("leader-muong-ang").PutAsync($"/api/inbox/{Uri.EscapeDataString(id)}/read", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_morning_digest_names_what_is_overdue_and_what_is_due()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.ReceiveAsync("2026-11-09 09:00", serial: 1, "1.001653", Term.WorkingDays(5)); // due Monday 16
        await office.ReceiveAsync("2026-11-13 09:00", serial: 1, "1.014027", Term.WorkingDays(2)); // due Tuesday 17
        await office.ReceiveAsync("2026-11-16 09:00", serial: 1, "1.014027", Term.WorkingDays(2)); // due Wednesday 18
        office.Clock.GoTo(Given.At("2026-11-17 07:30"));

        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.DeliverMessagesAsync();

        var mail = Assert.Single(Directory.GetFiles(Path.Combine(office.Folder, "mail"), "digest*supervisor-dien-bien-phu*.eml"));
        Assert.Equal("Việc cần đôn đốc sáng 17/11/2026: 1 quá hạn, 1 đến hạn hôm nay", EmlText.SubjectOf(await File.ReadAllTextAsync(mail)));
        Assert.Contains(
            "H18.61-261109-0001 (1.001653): QUÁ HẠN, hạn 17:00 thứ Hai 16/11/2026", EmlText.BodyOf(await File.ReadAllTextAsync(mail)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_holiday_nobody_gets_a_digest()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-24T00:30Z");

        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.DeliverMessagesAsync();

        Assert.False(Directory.Exists(Path.Combine(office.Folder, "mail")));
    }

    [Fact]
    public async Task An_administrator_previews_a_letter_and_nobody_else_does()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var preview = await office.As("administrator-province").GetFromJsonAsync<JsonElement>("/api/letters/extended");

        Assert.Contains("«reason»", preview.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("leader-muong-ang").GetAsync("/api/letters/extended")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("administrator-province").GetAsync("/api/letters/none")).StatusCode);
    }
}

internal static class InboxOffice
{
    /// <summary>Mai's pension, of 16 November, with the sweep run every hour until a moment.</summary>
    public static async Task EscalateAsync(this Office office, string until)
    {
        await office.ReceiveForMaiAsync();
        for (var at = Given.At("2026-11-23 07:05"); at <= Given.At(until); at = at.AddHours(2))
        {
            office.Clock.GoTo(at);
            await office.RunTimerAsync(nameof(EscalateDeadlines));
            await office.DeliverMessagesAsync();
        }
    }

    public static async Task<IReadOnlyList<JsonElement>> InboxOfAsync(this Office office, string persona) =>
        [.. (await office.As(persona).GetFromJsonAsync<JsonElement>("/api/inbox")).GetProperty("items").EnumerateArray()];
}
