using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Supervision;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>The province urges and looks; deciding stays with the office.</summary>
public class SupervisionTests
{
    private const string Morning = "2026-11-20T02:00Z";

    [Fact]
    public async Task An_office_is_reminded_once_answers_once_and_silence_goes_up_a_tier()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await ReportsTests.OneOfEachAsync(office);

        var sent = await RemindAsync(office, place, "key-of-monday");
        var again = await RemindAsync(office, place, "key-of-monday");
        var second = await RemindAsync(office, place, "key-of-tuesday");
        var answered = await AnswerAsync(office.As("leader-muong-ang"), place, sent.Reminder.Id);
        var twice = await office.As("leader-muong-ang")
            .PostAsJsonAsync($"/api/offices/{place}/reminders/{sent.Reminder.Id}/answer", Answer with { Reason = "Đã xong" }, OfficeJson.Options);
        office.Clock.Advance(TimeSpan.FromDays(4));
        var list = await Counter.ReadAsync<PageOf<ReminderView>>(
            await office.As("supervisor-province").GetAsync("/api/offices/*/reminders"), HttpStatusCode.OK);

        Assert.Equal((sent.Reminder.Id, ReminderTier.Office), (again.Reminder.Id, sent.Tier));
        Assert.Equal(ReminderTier.Answered, answered.Tier);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal(
            [(second.Reminder.Id, ReminderTier.Province), (sent.Reminder.Id, ReminderTier.Answered)],
            list.Items.Select(one => (one.Reminder.Id, one.Tier)).OrderByDescending(one => one.Tier is ReminderTier.Province));
    }

    [Fact]
    public async Task A_reminder_is_a_letter_to_its_office_and_silence_one_to_the_province()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await ReportsTests.OneOfEachAsync(office);

        var sent = await RemindAsync(office, place, "key-of-monday");
        await office.DeliverMessagesAsync();
        var head = await office.As("leader-muong-ang").GetStringAsync("/api/inbox");
        office.Clock.Advance(TimeSpan.FromDays(4));
        await office.RunTimerAsync(nameof(PassOnReminders));
        await office.RunTimerAsync(nameof(PassOnReminders));
        await office.DeliverMessagesAsync();
        var province = await office.As("supervisor-province").GetStringAsync("/api/inbox");
        await AnswerAsync(office.As("leader-muong-ang"), place, sent.Reminder.Id, new DateOnly(2026, 11, 27));
        await office.RunTimerAsync(nameof(PassOnReminders));
        var after = await office.As("supervisor-province").GetStringAsync("/api/inbox");

        Assert.Contains("[Đôn đốc]", head, StringComparison.Ordinal);
        Assert.Equal(1, province.Split("reminder-unanswered").Length - 1); // Once, however often the clock strikes.
        Assert.Contains("reminder-answered", after, StringComparison.Ordinal);
        Assert.Contains(
            Directory.GetFiles(office.Folder, "*.eml", SearchOption.AllDirectories),
            mail => EmlText.BodyOf(File.ReadAllText(mail)).Contains("Đề nghị giải quyết hồ sơ đang quá hạn.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("supervisor-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("leader-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("mai", HttpStatusCode.Forbidden)]
    public async Task Only_the_province_reminds(string persona, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync(at: Morning);

        Assert.Equal(expected, (await SendAsync(office.As(persona), office.OfficeOf("clerk-muong-ang"), "key-of-monday")).StatusCode);
    }

    [Fact]
    public async Task A_sample_can_be_drawn_again_from_its_seed()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await ReportsTests.OneOfEachAsync(office);
        var auditor = office.As("auditor-province");

        var first = await Counter.ReadAsync<Sample>(
            await auditor.GetAsync($"/api/statistics/sample?office={place}&number=filed&size=2&period=2026-11"), HttpStatusCode.OK);
        var again = await Counter.ReadAsync<Sample>(
            await auditor.GetAsync($"/api/statistics/sample?office={place}&number=filed&size=2&period=2026-11&seed={first.Seed}"), HttpStatusCode.OK);

        Assert.Equal((2, 4), (first.Items.Count, first.OutOf));
        Assert.Equal(first.Items.Select(one => one.Code), again.Items.Select(one => one.Code));
    }

    private static ReminderAnswerForm Answer { get; } = new("Chờ xác minh với cơ quan khác", new DateOnly(2026, 11, 25));

    private static async Task<ReminderView> RemindAsync(Office office, string place, string key) =>
        await Counter.ReadAsync<ReminderView>(await SendAsync(office.As("supervisor-province"), place, key), HttpStatusCode.Created);

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string place, string key)
    {
        var form = new ReminderForm("Đề nghị giải quyết hồ sơ đang quá hạn.", new DateOnly(2026, 11, 23), Number: "overdueNoApology");
        var request = new HttpRequestMessage(
            HttpMethod.Post, $"/api/offices/{place}/reminders")
        { Content = JsonContent.Create(form, options: OfficeJson.Options) };
        request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    private static async Task<ReminderView> AnswerAsync(HttpClient leader, string place, string id, DateOnly? day = null) =>
        await Counter.ReadAsync<ReminderView>(
            await leader.PostAsJsonAsync(
                $"/api/offices/{place}/reminders/{id}/answer", Answer with { ExpectedOn = day ?? Answer.ExpectedOn }, OfficeJson.Options), HttpStatusCode.OK);
}
