using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>Official reports add up, name how doubtful columns were read, and print.</summary>
public class ReportsTests
{
    private const string Morning = "2026-11-20T02:00Z";

    [Theory]
    [InlineData("II.06a", "12", 0, 1)]
    [InlineData("II.06a", "9", 1, 0)]
    public async Task A_dossier_awaiting_a_supplement_stands_in_one_column_by_a_setting_named_below(string form, string supplementIn, int resolved, int open)
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await OneOfEachAsync(office);

        var report = await ReadAsync(office, $"/api/reports/{form}?office={place}&period=2026-11&supplementIn={supplementIn}");

        var sum = report.GetProperty("rows").EnumerateArray().Last().GetProperty("cells").EnumerateArray().Select(cell => cell.GetInt64()).ToList();
        Assert.Equal((3, 1 + resolved, 1 + open), (sum[0], sum[4], sum[8])); // Received, resolved (one withdrawn), open.
        Assert.Contains(
            report.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains($"supplementIn={supplementIn}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_07a_has_a_line_for_each_office_and_adds_up()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await OneOfEachAsync(office);

        var report = await ReadAsync(office, "/api/reports/07a?period=2026-11");

        var columns = report.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("id").GetString()).ToList();
        var sum = report.GetProperty("rows").EnumerateArray().Last().GetProperty("cells").EnumerateArray().Select(cell => cell.GetInt64()).ToList();
        long Of(string id) => sum[columns.IndexOf(id)];
        Assert.Equal(Of("nhan"), Of("da") + Of("dang") + Of("dung") + Of("rut"));
        Assert.Equal((3, 1, 2, 1), (Of("nhan"), Of("rut"), Of("dang"), Of("khongTiepNhan")));
    }

    [Theory]
    [InlineData("II.06a")]
    [InlineData("07a")]
    public async Task Dossiers_of_a_ministry_stand_in_a_column_of_their_own_and_in_no_sum(string form)
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await OneOfEachAsync(office);
        var before = await ReadAsync(office, $"/api/reports/{form}?period=2026-11");

        await MirrorAsync(office, place, "G17-261119-0042", "2026-11-19T09:00:00+07:00");
        await MirrorAsync(office, place, "G17-261120-0043", "2026-11-20T08:00:00+07:00");
        await MirrorAsync(office, place, "G17-261020-0001", "2026-10-20T09:00:00+07:00");

        var after = await ReadAsync(office, $"/api/reports/{form}?period=2026-11");

        Assert.Equal(CellsOf(before), CellsOf(after));
        Assert.Equal((0, 2), (MirrorsOf(before), MirrorsOf(after))); // The one of October is of another period.

        static string CellsOf(JsonElement report) => report.GetProperty("rows").EnumerateArray().Last().GetProperty("cells").GetRawText();

        static long MirrorsOf(JsonElement report) => report.GetProperty("rows").EnumerateArray().Last().GetProperty("annex").EnumerateArray().Last().GetInt64();
    }

    [Theory]
    [InlineData("II.06a")]
    [InlineData("07a")]
    public async Task A_report_prints_across_the_page_with_every_column(string form)
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await OneOfEachAsync(office);

        var pdf = await office.As("supervisor-province").GetByteArrayAsync($"/api/reports/{form}?period=2026-11&format=pdf");
        var csv = await office.As("supervisor-province").GetStringAsync($"/api/reports/{form}?period=2026-11&format=csv");

        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.Contains("Tổng số", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_another_office_is_refused()
    {
        await using var office = await Office.OpenAsync(at: Morning);

        var problem = await office.As("supervisor-muong-phang").GetAsync($"/api/reports/07a?office={office.OfficeOf("clerk-muong-ang")}")
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("dossiers-not-yours", problem.Code);
    }

    /// <summary>One in process, one awaiting a supplement, one withdrawn, one refused at intake.</summary>
    internal static async Task<string> OneOfEachAsync(Office office)
    {
        var place = office.OfficeOf("clerk-muong-ang");
        var codes = new List<DossierCode>();
        for (var n = 0; n < 4; n++)
        {
            codes.Add((await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code);
        }

        foreach (var code in codes.Take(3))
        {
            await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
            await office.As("officer-muong-ang").ActAsync(code, "taking");
        }

        await office.As("officer-muong-ang")
            .ActAsync(codes[1], "supplement-request",
                new SupplementRequestForm([new SupplementItem("Giấy tờ", "Thiếu thông tin", null, "Luật Hộ tịch")], "Lò Văn Hoa, 0912345678"));
        await office.As("mai").ActAsync(codes[2], "withdrawal", new WithdrawalForm("Nộp nhầm"));
        await office.As("clerk-muong-ang").ActAsync(codes[3], "refusal", new ReasonForm("Không thuộc thẩm quyền", "Luật Hộ tịch"));
        await BooksTests.RollUpAsync(office);
        return place;
    }

    private static async Task MirrorAsync(Office office, string place, string code, string at)
    {
        var mirror = new
        {
            procedure = "1.014027",
            office = place,
            applicant = "Lò Thị Mai",
            personalNumber = "011195000123",
            status = "inProcess",
            submittedAt = at,
            changedAt = at,
        };
        Assert.Equal(HttpStatusCode.OK, (await office.As("portal").PutAsJsonAsync($"/api/mirrors/{code}", mirror)).StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(Office office, string address) =>
        await Counter.ReadAsync<JsonElement>(await office.As("supervisor-province").GetAsync(address), HttpStatusCode.OK);
}
