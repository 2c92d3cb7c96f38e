using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

public class RegisterTests
{
    [Fact]
    public async Task The_register_of_a_day_and_of_a_month_holds_every_dossier_page_by_page()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var codes = new List<DossierCode>();
        for (var n = 0; n < 3; n++)
        {
            codes.Add((await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code);
        }

        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-23T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        codes.Add((await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code);
        var clerk = office.As("clerk-muong-ang");

        var day = await ReadAsync(clerk, $"/api/offices/{place}/register?period=2026-11-20");
        var first = await ReadAsync(clerk, $"/api/offices/{place}/register?period=2026-11&limit=3");
        var second = await ReadAsync(clerk, $"/api/offices/{place}/register?period=2026-11&limit=3&after={first.Next}");

        Assert.Equal(codes.Take(3).Select(code => code.ToString()), day.Items.Select(line => line.Code));
        Assert.Equal(codes.Select(code => code.ToString()), first.Items.Concat(second.Items).Select(line => line.Code));
        Assert.Null(second.Next);
        Assert.Equal("Lò Thị Mai", day.Items[0].Applicant);
    }

    [FactNeeding("pdftotext", "qpdf")]
    public async Task Form_07_is_a_PDF_that_says_where_it_goes_on()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var first = await office.As("mai").FileAsync(Filings.MaritalStatus(place));
        await office.As("mai").FileAsync(Filings.MaritalStatus(place));

        var answer = await office.As("clerk-muong-ang").GetAsync($"/api/offices/{place}/register.pdf?period=2026-11-20&limit=1");

        using var folder = new TempFolder();
        var path = folder.Write("register.pdf", await answer.Content.ReadAsByteArrayAsync());
        var text = OutsideTool.Run("pdftotext", "-layout", path, "-").Output;
        Assert.Contains("SỔ THEO DÕI HỒ SƠ", text, StringComparison.Ordinal);
        Assert.Contains("Lò Thị Mai", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, OutsideTool.Run("qpdf", "--check", path).ExitCode);
        var next = Assert.Single(answer.Headers.GetValues("Link"));
        Assert.Equal(HttpStatusCode.OK, (await office.As("clerk-muong-ang").GetAsync(next[1..next.IndexOf('>')])).StatusCode);
    }

    [Theory]
    [InlineData("period=2026", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("period=2026-11&after=!!", HttpStatusCode.BadRequest)]
    public async Task A_period_that_is_none_is_refused(string query, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync();
        var place = office.OfficeOf("clerk-muong-ang");

        Assert.Equal(expected, (await office.As("clerk-muong-ang").GetAsync($"/api/offices/{place}/register?{query}")).StatusCode);
    }

    [Fact]
    public async Task Another_offices_register_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var other = office.OfficeOf("clerk-dien-bien-phu");

        var refused = await office.As("clerk-muong-ang").GetAsync($"/api/offices/{other}/register?period=2026-11-20").ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("receipt-not-your-office", refused.Code);
    }

    private static async Task<PageOf<RegisterLine>> ReadAsync(HttpClient http, string address) =>
        await Counter.ReadAsync<PageOf<RegisterLine>>(await http.GetAsync(address), HttpStatusCode.OK);
}
