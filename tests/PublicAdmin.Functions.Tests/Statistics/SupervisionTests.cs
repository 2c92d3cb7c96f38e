using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Statistics.Supervision;
using PublicAdmin.Submission;
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

    [Fact]
    public async Task The_index_says_it_is_an_estimate_and_stands_beside_the_portals_figure()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await ReportsTests.OneOfEachAsync(office);

        var put = await office.As("administrator-province")
            .PutAsJsonAsync(
                "/api/statistics/index766/portal?period=2026-11", new PortalFigures(new Dictionary<string, decimal> { ["PROGRESS"] = 18.5m }),
                OfficeJson.Options);
        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.True(index.Estimate);
        var progress = index.Lines.Single(line => line.Item.Code == "PROGRESS");
        Assert.Equal((20m, 18.5m, 1.5m), (progress.Points, progress.Portal, progress.Difference));
        Assert.All(index.Lines.Where(line => line.Points is null), line => Assert.NotNull(line.Item.Note));
        Assert.Equal(
            ["ONLINE_DOSSIERS", "PAYMENT_FEE_DATA", "PUBLIC_UPDATE_ON_TIME", "PUBLISH_ON_TIME", "SYNCED_WITH_DVCQG_PERSONAL_STORAGE"],
            index.Lines.Where(line => line.Item.Part.Count is 0 || line.Item.Max is 0).Select(line => line.Item.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_procedures_and_communes_did_counts_in_the_index()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var scan = await office.As("mai").SendFileAsync(SampleScans.Pdf());
        var code = (await office.As("mai").FileAsync(Filings.Birth(place, new PaperForm("chung-sinh", scan)) with { LookUpConsent = true })).Code;
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);
        await BooksTests.RollUpAsync(office);

        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);

        (long, long) Of(string item) => index.Lines.Where(line => line.Item.Code == item).Select(line => (line.Part, line.Whole)).Single();
        var filedHere = Of("PUBLIC_CONTENT_FULL").Item2;
        Assert.Equal((filedHere, filedHere), Of("PUBLIC_CONTENT_FULL"));
        Assert.Equal((1, 1), Of("SO_HOA_GIAY_TO_GIAI_QUYET"));
        Assert.Equal((1, filedHere), Of("CITIZEN_DATA_CONNECTED_FORMALITY"));
        Assert.Equal(0, Of("PAYMENT_PROCEDURES").Item1);
        Assert.InRange(Of("PAYMENT_PROCEDURES").Item2, 1, filedHere);
        Assert.Equal((0, 45), Of("ELECTRONIC_CERTIFIED_COPY"));
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
