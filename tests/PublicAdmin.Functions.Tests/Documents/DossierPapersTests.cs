using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PublicAdmin.Documents;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class DossierPapersTests
{
    private const string BirthPaper = "chung-sinh";

    [Fact]
    public async Task A_paper_is_listed_with_its_check_and_sent_as_what_it_is()
    {
        await using var office = await Office.OpenAsync();
        var scan = Scans.Pdf(pages: 2, pixels: 2480);
        var (code, _) = await FileBirthAsync(office, scan);
        using var clerk = office.As("clerk-muong-ang");

        Assert.Equal("document-not-checked", await (await clerk.GetAsync($"/api/dossiers/{code}/documents/1")).RefusalAsync());
        await office.DeliverMessagesAsync();
        var listed = (await (await clerk.GetAsync($"/api/dossiers/{code}/documents")).ReadAsync()).EnumerateArray().Single();
        var sent = await clerk.GetAsync($"/api/dossiers/{code}/documents/1");

        Assert.Equal(("scanned", 1, "unscanned"), (Text(listed, "lineage"), listed.GetProperty("digitization").GetInt32(), Text(listed.GetProperty("check"), "state")));
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

        Assert.Equal(("application/octet-stream", "attachment"), (sent.Content.Headers.ContentType?.MediaType, sent.Content.Headers.ContentDisposition?.DispositionType));
        Assert.EndsWith(".bin", sent.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=0-99", 206, 0, 100)]
    [InlineData("bytes=100-", 206, 100, -1)]
    [InlineData("bytes=-50", 206, -50, 50)]
    [InlineData("bytes=0-999999999", 206, 0, -1)]
    [InlineData("bytes=999999999-", 416, 0, 0)]
    [InlineData("bytes=-0", 416, 0, 0)]
    [InlineData("bytes=0-1,5-6", 200, 0, -1)]
    [InlineData("lines=1-2", 200, 0, -1)]
    public async Task A_broken_download_goes_on_where_it_stopped(string range, int status, int from, int length)
    {
        await using var office = await Office.OpenAsync();
        var scan = Scans.Pdf();
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
        var (code, _) = await FileBirthAsync(office, Scans.Pdf());
        using var mai = office.As("mai");
        var tag = (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).Headers.ETag!;

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1");
        again.Headers.IfNoneMatch.Add(tag);
        using var changed = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1") { Headers = { Range = new RangeHeaderValue(0, 0), IfRange = new("\"another\"") } };

        Assert.Equal(HttpStatusCode.NotModified, (await mai.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mai.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Strangers_find_nothing()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, Scans.Pdf());

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
        var (code, upload) = await FileBirthAsync(office, [.. Scans.Pdf(), .. ClamDaemon.Eicar]);
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

    [Fact]
    public async Task Several_pictures_of_one_paper_are_its_pages()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var first = await mai.SendFileAsync(Scans.Png(), "1.png");
        var second = await mai.SendFileAsync(Scans.Jpeg(), "2.jpg");

        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new(BirthPaper, first), new(BirthPaper, second)));

        var pages = (await (await mai.GetAsync($"/api/dossiers/{receipt.Code}/documents")).ReadAsync()).EnumerateArray();
        Assert.Equal([("1", 1), ("2", 2)], pages.Select(page => (Text(page, "id"), page.GetProperty("page").GetInt32())));
    }

    [FactNeeding("qpdf")]
    public async Task And_are_bound_into_one_pdf_in_their_order()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var clerk = office.As("clerk-muong-ang");
        var pages = new List<PaperForm>();
        foreach (var dpi in (int[])[200, 300, 250])
        {
            pages.Add(new(BirthPaper, await mai.SendFileAsync(Scans.Png((int)(dpi * 8.27), (int)(dpi * 11.69), dpi), $"{dpi}.png")));
        }

        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), [.. pages]));
        await office.DeliverMessagesAsync();
        var bound = await clerk.GetAsync($"/api/dossiers/{receipt.Code}/scans/{BirthPaper}");

        using var folder = new TempFolder();
        var pdf = folder.Write("bound.pdf", await bound.Content.ReadAsByteArrayAsync());
        await Tool.RunAsync("qpdf", "--check", pdf);
        var findings = PublicAdmin.Documents.Judging.PaperJudge.Judge(await File.ReadAllBytesAsync(pdf));
        Assert.Equal((3, null), (findings.Pages, findings.Refusal?.Code));
        Assert.InRange(findings.Dpi!.Value, 199, 201);
        Assert.Equal("Giấy chứng sinh, hoặc văn bản người làm chứng.pdf", bound.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("document-unknown", await (await clerk.GetAsync($"/api/dossiers/{receipt.Code}/scans/uy-quyen")).RefusalAsync());
    }

    [Fact]
    public async Task A_paper_that_is_a_pdf_already_is_not_bound()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, Scans.Pdf());
        await office.DeliverMessagesAsync();
        using var mai = office.As("mai");

        Assert.Equal("pages-not-pictures", await (await mai.GetAsync($"/api/dossiers/{code}/scans/{BirthPaper}")).RefusalAsync());
    }

    [Fact]
    public async Task A_dossier_takes_only_papers_that_are_needed_whole_and_the_applicants()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var thanh = office.As("thanh");
        using var clerk = office.As("clerk-dien-bien-phu");
        var (desk, city) = (office.OfficeOf("clerk-muong-ang"), office.OfficeOf("clerk-dien-bien-phu"));
        var (own, foreign) = (await mai.SendFileAsync(Scans.Pdf()), await thanh.SendFileAsync(Scans.Pdf()));
        var unfinished = (await (await mai.AnnounceAsync(Scans.Png())).ReadAsync()).IdOf();

        Assert.Equal("paper-not-needed", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm("dan-cu", own))));
        Assert.Equal("component-unknown", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm("la-gi", own))));
        Assert.Equal("paper-unknown", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, foreign))));
        Assert.Equal("paper-unknown", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, unfinished))));
        Assert.Equal("paper-unknown", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, "nonsense"))));
        Assert.Equal("paper-unknown", await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: "../../x", Consent: true))));
        Assert.Equal("paper-only-shown", await RefusalAsync(clerk, Filings.CertifiedCopy(city, new PaperForm("ban-chinh", own))));
        office.Clock.Advance(TimeSpan.FromDays(29.5));
        using var later = office.As("mai");
        Assert.Equal("paper-too-old", await RefusalAsync(later, Filings.Birth(desk, new PaperForm(BirthPaper, own))));
    }

    [Fact]
    public async Task A_paper_an_office_accepted_is_used_again_with_consent_and_without_bytes()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var clerk = office.As("clerk-muong-ang");
        var desk = office.OfficeOf("clerk-muong-ang");
        var (code, upload) = await FileBirthAsync(office, Scans.Pdf(pixels: 2480));
        Assert.Empty(await WalletAsync(mai));
        await clerk.ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();

        var item = Assert.Single(await WalletAsync(mai));
        var without = await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: Text(item, "id"))));
        var again = await mai.FileAsync(Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: Text(item, "id"), Consent: true)));
        await office.DeliverMessagesAsync();

        Assert.Equal(("chung-sinh.01", upload, "paper"), (Text(item, "id"), Text(item, "upload"), Text(item, "origin")));
        Assert.Equal("consent-missing", without);
        var reused = (await (await clerk.GetAsync($"/api/dossiers/{again.Code}/documents")).ReadAsync()).EnumerateArray().Single();
        Assert.Equal(("reused", 2, "application/pdf"), (Text(reused, "lineage"), reused.GetProperty("digitization").GetInt32(), Text(reused, "contentType")));
        Assert.True(reused.TryGetProperty("consentAt", out _));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/api/dossiers/{again.Code}/documents/1")).StatusCode);
        var used = Assert.Single(await WalletAsync(mai));
        Assert.Equal((1, again.Code.ToString()), (used.GetProperty("uses").GetInt32(), Text(used.GetProperty("lastUse"), "dossier")));
        using var thanh = office.As("thanh");
        Assert.Empty(await WalletAsync(thanh));
        Assert.Equal("paper-unknown", await RefusalAsync(thanh, Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: "chung-sinh.01", Consent: true)) with { Applicant = Filings.Thanh }));
    }

    [Fact]
    public async Task A_result_comes_into_the_wallet_when_it_is_returned_and_not_before()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var receipt = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(receipt.Code, "taking");
        await office.DecideAsync("muong-ang", receipt.Code, "77/XN-UBND");
        await office.DeliverMessagesAsync();
        Assert.Empty(await WalletAsync(mai));

        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "return", new PublicAdmin.Processing.ReturnForm());
        await office.DeliverMessagesAsync();

        var item = Assert.Single(await WalletAsync(mai));
        Assert.Equal(
            ("result-1.004873.01", "result", "77/XN-UBND", receipt.Code.ToString()),
            (Text(item, "id"), Text(item, "origin"), Text(item, "number"), Text(item, "from")));
    }

    [Fact]
    public async Task Papers_in_use_outlive_the_purge()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, Scans.Pdf());
        await office.DeliverMessagesAsync();

        office.Clock.Advance(TimeSpan.FromDays(8));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));
        office.Clock.Advance(TimeSpan.FromDays(30));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));

        using var mai = office.As("mai");
        Assert.Equal(HttpStatusCode.OK, (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).StatusCode);
    }

    private static async Task<(DossierCode Code, string Upload)> FileBirthAsync(Office office, byte[] scan)
    {
        using var mai = office.As("mai");
        var upload = await mai.SendFileAsync(scan);
        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm(BirthPaper, upload)));
        return (receipt.Code, upload);
    }

    private static async Task<string?> RefusalAsync(HttpClient http, FilingForm form) => await (await http.SendFilingAsync(form)).RefusalAsync();

    private static async Task<List<JsonElement>> WalletAsync(HttpClient http) =>
        [.. (await (await http.GetAsync("/api/wallet")).ReadAsync()).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
