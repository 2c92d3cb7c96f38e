using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Linked;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>Ten minutes to hand the data on, two working hours until the other agency confirms, and an alarm for each that is missed.</summary>
public sealed class LinkedForwardingTests
{
    [Fact]
    public async Task The_ten_minutes_begin_with_the_result_and_the_desk_hears_once_that_they_are_over()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssuedAsync(office);

        var waiting = (await office.As("clerk-muong-ang").ReadDossierAsync(code)).Linked!.Parts[1].Forwarding!;
        Assert.Equal(TimeSpan.FromMinutes(10), waiting.By - waiting.Since);
        office.Clock.Advance(TimeSpan.FromMinutes(9));
        await office.DeliverMessagesAsync();
        Assert.Empty(await AlarmsAsync(office));

        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.DeliverMessagesAsync();
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.DeliverMessagesAsync();

        var alarms = await AlarmsAsync(office);
        Assert.Equal(2, alarms.Count); // residence and health card, each once
        Assert.All(alarms, alarm => Assert.Contains("chưa chuyển dữ liệu", alarm, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-20T02:00Z", "2026-11-20T11:00+07:00")] // 9:00, two hours later
    [InlineData("2026-11-20T04:00Z", "2026-11-20T15:00+07:00")] // 11:00, over the noon break
    [InlineData("2026-11-20T08:30Z", "2026-11-23T09:00+07:00")] // Friday 15:30 counts from Monday
    public async Task The_other_agency_confirms_within_two_working_hours(string at, string by)
    {
        await using var office = await Office.OpenAsync(at: at);
        var code = await IssuedAsync(office);

        var seen = await office.As("clerk-muong-ang").ActAsync(
            code, "parts/thuong-tru/reports", new PartReportForm(NationalStatus.NewlyRegistered, "Gói tin số 1"));

        Assert.Equal(DateTimeOffset.Parse(by), seen.Linked!.Parts[1].Forwarding!.AcknowledgeBy);
        office.Clock.Advance(DateTimeOffset.Parse(by) - office.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await office.DeliverMessagesAsync();
        Assert.Single(await AlarmsAsync(office), alarm => alarm.Contains("cơ quan nhận chưa xác nhận", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_in_time_rings_no_alarm()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssuedAsync(office);

        await office.DoneElsewhereAsync(code, "thuong-tru", "CA-77");
        await office.DoneElsewhereAsync(code, "the-bhyt", "BH-88");
        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.DeliverMessagesAsync();

        Assert.Empty(await AlarmsAsync(office));
    }

    public static TheoryData<string, PartReportForm, HttpStatusCode, string> Wrong() => new()
    {
        { "ly-hon", new(NationalStatus.NewlyRegistered, "1"), HttpStatusCode.UnprocessableEntity, "part-unknown" },
        { "khai-sinh", new(NationalStatus.NewlyRegistered, "1"), HttpStatusCode.Conflict, "part-is-ours" },
        { "thuong-tru", new(NationalStatus.Received, "1"), HttpStatusCode.UnprocessableEntity, "part-code-missing" },
        { "thuong-tru", new(NationalStatus.Received, "1", AgencyCode: "CA-1"), HttpStatusCode.UnprocessableEntity, "part-promise-missing" },
        { "thuong-tru", new(NationalStatus.Done, "1", AgencyCode: "CA-1"), HttpStatusCode.UnprocessableEntity, "part-result-missing" },
        { "thuong-tru", new(NationalStatus.Stopped, "1"), HttpStatusCode.UnprocessableEntity, "part-reason-missing" },
        { "thuong-tru", new(NationalStatus.NewlyRegistered, "1", Given.At("2026-11-20 08:00")), HttpStatusCode.Conflict, "part-report-older" },
        { "thuong-tru", new(NationalStatus.NewlyRegistered, "1", Given.At("2026-12-20 08:00")), HttpStatusCode.UnprocessableEntity, "part-report-ahead" },
        { "thuong-tru", new(NationalStatus.NewlyRegistered, " "), HttpStatusCode.BadRequest, "field-missing" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_so_is_refused_with_its_field(string part, PartReportForm form, HttpStatusCode status, string because)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssuedAsync(office);

        Assert.Equal(because, (await office.As("clerk-muong-ang").ReportAsync(code, part, form).ProblemAsync(status)).Code);
    }

    [Fact]
    public async Task Before_the_birth_is_registered_nothing_is_forwarded_and_nobody_else_reports()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, _) = await office.FiledLinkedAsync();
        var form = new PartReportForm(NationalStatus.NewlyRegistered, "Gói tin số 1");

        Assert.Equal("part-waits", (await office.As("clerk-muong-ang").ReportAsync(receipt.Code, "the-bhyt", form).ProblemAsync(HttpStatusCode.Conflict)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("clerk-muong-phang").ReportAsync(receipt.Code, "the-bhyt", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("mai").ReportAsync(receipt.Code, "the-bhyt", form)).StatusCode);
    }

    private static async Task<DossierCode> IssuedAsync(Office office)
    {
        var (receipt, birth) = await office.FiledLinkedAsync();
        await office.As("clerk-muong-ang").ActAsync(birth, "acceptance");
        await office.As("officer-muong-ang").ActAsync(birth, "taking");
        await office.DecideAsync("muong-ang", birth, "12/GKS");
        await office.DeliverMessagesAsync();
        return receipt.Code;
    }

    private static async Task<List<string>> AlarmsAsync(Office office)
    {
        var inbox = await office.As("clerk-muong-ang").GetFromJsonAsync<JsonElement>("/api/inbox?limit=50");
        return [.. inbox.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("letter").GetString() == "part-late")
            .Select(item => item.GetProperty("body").GetString()!)];
    }
}
