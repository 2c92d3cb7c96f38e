using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class DossierPapersTests
{
    internal const string BirthPaper = "chung-sinh";

    [Fact]
    public async Task A_paper_is_listed_with_its_check_and_sent_as_what_it_is()
    {
        await using var office = await Office.OpenAsync();
        var scan = SampleScans.Pdf(pages: 2, pixels: 2480);
        var (code, _) = await FileBirthAsync(office, scan);
        using var clerk = office.As("clerk-muong-ang");

        Assert.Equal("document-not-checked", await (await clerk.GetAsync($"/api/dossiers/{code}/documents/1")).RefusalAsync());
        await office.DeliverMessagesAsync();
        var listed = (await (await clerk.GetAsync($"/api/dossiers/{code}/documents")).ReadAsync()).EnumerateArray().Single();
        var sent = await clerk.GetAsync($"/api/dossiers/{code}/documents/1");

        Assert.Equal(
            ("scanned", 1, "unscanned"), (Text(listed, "lineage"), listed.GetProperty("digitization").GetInt32(), Text(listed.GetProperty("check"), "state")));
        Assert.Equal(scan, await sent.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", sent.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Giấy chứng sinh, hoặc văn bản người làm chứng.pdf", sent.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        using var mai = office.As("mai");
        Assert.Contains("documents", await (await mai.GetAsync($"/api/dossiers/{code}/accesses")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_html_is_never_sent_as_one()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"));
        await office.DeliverMessagesAsync();
        using var clerk = office.As("clerk-muong-ang");

        var sent = await clerk.GetAsync($"/api/dossiers/{code}/documents/1");

        Assert.Equal(
            ("application/octet-stream", "attachment"),
            (sent.Content.Headers.ContentType?.MediaType, sent.Content.Headers.ContentDisposition?.DispositionType));
        Assert.EndsWith(".bin", sent.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=0-99", 206, 0, 100)]
    [InlineData("bytes=100-", 206, 100, -1)]
    [InlineData("bytes=-50", 206, -50, 50)]
    [InlineData("bytes=0-999999999", 206, 0, -1)]
    [InlineData("bytes=0-1,5-6", 200, 0, -1)]
    [InlineData("lines=1-2", 200, 0, -1)]
    public async Task A_broken_download_goes_on_where_it_stopped(string range, int status, int from, int length)
    {
        await using var office = await Office.OpenAsync();
        var scan = SampleScans.Pdf();
        var (code, _) = await FileBirthAsync(office, scan);
        using var mai = office.As("mai");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1");
        Assert.True(request.Headers.TryAddWithoutValidation("Range", range));

        var sent = await mai.SendAsync(request);

        var start = from < 0 ? scan.Length + from : from;
        Assert.Equal(status, (int)sent.StatusCode);
        Assert.Equal(scan[start..(length < 0 ? scan.Length : start + length)], await sent.Content.ReadAsByteArrayAsync());
        Assert.Equal(status == 206 ? start : null, sent.Content.Headers.ContentRange?.From);
    }

    [Fact]
    public async Task Whoever_has_the_file_already_is_told_so()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());
        using var mai = office.As("mai");
        var tag = (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).Headers.ETag!;

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1");
        again.Headers.IfNoneMatch.Add(tag);
        using var changed = new HttpRequestMessage(
            HttpMethod.Get, $"/api/dossiers/{code}/documents/1")
        { Headers = { Range = new RangeHeaderValue(0, 0), IfRange = new("\"another\"") } };

        Assert.Equal(HttpStatusCode.NotModified, (await mai.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mai.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Strangers_find_nothing()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());

        foreach (var persona in (string[])["thanh", "clerk-dien-bien-phu", "portal"])
        {
            using var http = office.As(persona);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/dossiers/{code}/documents")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/dossiers/{code}/documents/1")).StatusCode);
        }

        using var mai = office.As("mai");
        Assert.Equal("document-unknown", await (await mai.GetAsync($"/api/dossiers/{code}/documents/2")).RefusalAsync());
    }

    [FactNeeding("clamd")]
    public async Task Malware_is_sent_to_nobody()
    {
        await using var clamd = await ClamDaemon.StartAsync();
        await using var office = await Office.OpenAsync(settings: ["--Antivirus:Host=127.0.0.1", $"--Antivirus:Port={clamd.Port}"]);
        var (code, upload) = await FileBirthAsync(office, [.. SampleScans.Pdf(), .. ClamDaemon.Eicar]);
        await office.DeliverMessagesAsync();

        foreach (var persona in (string[])["mai", "clerk-muong-ang"])
        {
            using var http = office.As(persona);
            Assert.Equal("document-blocked", await (await http.GetAsync($"/api/dossiers/{code}/documents/1")).RefusalAsync());
        }

        using var mai = office.As("mai");
        var again = await mai.SendFilingAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm(BirthPaper, upload)));
        Assert.Equal("paper-unusable", await again.RefusalAsync());
    }

    internal static async Task<(DossierCode Code, string Upload)> FileBirthAsync(Office office, byte[] scan)
    {
        using var mai = office.As("mai");
        var upload = await mai.SendFileAsync(scan);
        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm(BirthPaper, upload)));
        return (receipt.Code, upload);
    }

    internal static async Task<string?> RefusalAsync(HttpClient http, FilingForm form) => await (await http.SendFilingAsync(form)).RefusalAsync();

    internal static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
