using System.Net;
using System.Text.Json;
using PublicAdmin.Petitions;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Petitions.PetitionDoors;

namespace PublicAdmin.Tests.Petitions;

/// <summary>Petitions have a report of their own: what came, what was answered in time and late, by office and by the way it came.</summary>
public class PetitionReportTests
{
    private const string Morning = "2026-11-20T02:00Z"; // A Friday.

    [Fact]
    public async Task What_came_and_what_was_answered_stands_by_office_and_by_channel_and_adds_up()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await AnsweredAndLateAsync(office);

        var report = await ReadAsync(office, "supervisor-province", "/api/reports/PAKN?from=2026-11-01&to=2026-12-31");

        // received, handled, in time, late, refused, waiting too long, liked, disliked
        Assert.Equal([3, 2, 1, 1, 0, 1, 0, 1], RowOf(report, "Theo cơ quan"));
        Assert.Equal([3, 2, 1, 1, 0, 1, 0, 1], RowOf(report, "Theo kênh tiếp nhận"));
        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 0], RowOf(report, "Đăng nhập tài khoản định danh"));
        Assert.Equal([2, 1, 1, 0, 0, 1, 0, 1], RowOf(report, "Trang công khai, không đăng nhập"));
        var own = await ReadAsync(office, "leader-muong-ang", $"/api/reports/PAKN?office={place}&from=2026-11-01&to=2026-12-31");
        Assert.Equal([3, 2, 1, 1, 0, 1, 0, 1], RowOf(own, "Theo cơ quan"));
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("pdf", "application/pdf")]
    public async Task It_prints_and_goes_into_a_spreadsheet_like_the_others(string format, string type)
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await AnsweredAndLateAsync(office);

        using var answer = await office.As("auditor-province").GetAsync($"/api/reports/PAKN?period=2026-11&format={format}");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("clerk-muong-ang")] // Whoever merely handles dossiers.
    [InlineData("leader-muong-phang")]
    public async Task Nobody_else_reads_it(string persona)
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var address = $"/api/reports/PAKN?office={office.OfficeOf("clerk-muong-ang")}";

        Assert.Equal("petitions-not-yours", (await office.As(persona).GetAsync(address).ProblemAsync(HttpStatusCode.Forbidden)).Code);
    }

    // One answered in time and disliked, one by a citizen answered late, one nobody answers.
    private static async Task<string> AnsweredAndLateAsync(Office office)
    {
        var place = office.OfficeOf("clerk-muong-ang");
        var first = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Cán bộ bảo tôi quay lại ba lần.", place), "key-of-first");
        var second = await FileAsync(office.As("mai"), new(PetitionKind.Behaviour, "Tôi phải chờ cả buổi sáng.", place), "key-of-second");
        await FileAsync(office.Http, new(PetitionKind.Behaviour, "Không ai nghe điện thoại của tôi.", place), "key-of-third");
        await AnswerAsync(office, "leader-muong-ang", place, first.Petition.Id);
        await RateAsync(office, first, false);
        office.Clock.Advance(TimeSpan.FromDays(30));
        await AnswerAsync(office, "leader-muong-ang", place, second.Petition.Id);
        return place;
    }

    private static async Task<JsonElement> ReadAsync(Office office, string persona, string address) =>
        await Counter.ReadAsync<JsonElement>(await office.As(persona).GetAsync(address), HttpStatusCode.OK);

    private static IEnumerable<long> RowOf(JsonElement report, string label) => report.GetProperty("rows").EnumerateArray()
        .First(row => row.GetProperty("label").GetString() == label).GetProperty("cells").EnumerateArray().Select(cell => cell.GetInt64());
}
