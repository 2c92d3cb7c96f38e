using System.Net;
using System.Text.Json;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Documents;

/// <summary>Papers and results that are used again.</summary>
public class WalletTests
{
    [Fact]
    public async Task A_dossier_takes_only_papers_that_are_needed_whole_and_the_applicants()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var thanh = office.As("thanh");
        using var clerk = office.As("clerk-dien-bien-phu");
        var (desk, city) = (office.OfficeOf("clerk-muong-ang"), office.OfficeOf("clerk-dien-bien-phu"));
        var (own, foreign) = (await mai.SendFileAsync(SampleScans.Pdf()), await thanh.SendFileAsync(SampleScans.Pdf()));
        var unfinished = (await (await mai.AnnounceAsync(SampleScans.Png())).ReadAsync()).IdOf();

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
        var (code, upload) = await FileBirthAsync(office, SampleScans.Pdf(pixels: 2480));
        Assert.Empty(await WalletAsync(mai));
        await clerk.ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();

        var item = Assert.Single(await WalletAsync(mai));
        var without = await RefusalAsync(mai, Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: Text(item, "id"))));
        var again = await mai.FileAsync(Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: Text(item, "id"), Consent: true)));
        await office.DeliverMessagesAsync();

        Assert.Equal((upload, "paper"), (Text(item, "upload"), Text(item, "origin")));
        Assert.Matches(@"^chung-sinh\.[A-Za-z0-9_-]{22}\z", Text(item, "id"));
        Assert.Equal("consent-missing", without);
        var reused = (await (await clerk.GetAsync($"/api/dossiers/{again.Code}/documents")).ReadAsync()).EnumerateArray().Single();
        Assert.Equal(("reused", 2, "application/pdf"), (Text(reused, "lineage"), reused.GetProperty("digitization").GetInt32(), Text(reused, "contentType")));
        Assert.True(reused.GetProperty("consent").GetProperty("kind").GetString() == "ownAccount");
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/api/dossiers/{again.Code}/documents/1")).StatusCode);
        var used = Assert.Single(await WalletAsync(mai));
        Assert.Equal((1, again.Code.ToString()), (used.GetProperty("uses").GetInt32(), Text(used.GetProperty("lastUse"), "dossier")));
        using var thanh = office.As("thanh");
        Assert.Empty(await WalletAsync(thanh));
        Assert.Equal(
            "paper-unknown",
            await RefusalAsync(
                thanh, Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: Text(item, "id"), Consent: true)) with { Applicant = Filings.Thanh }));
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

        await office.PayWhatIsLeftAsync("muong-ang", receipt.Code);
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "return", new PublicAdmin.Processing.Deciding.ReturnForm());
        await office.DeliverMessagesAsync();

        var item = Assert.Single(await WalletAsync(mai));
        Assert.Equal(
            ("result-1.004873", "result", "77/XN-UBND", receipt.Code.ToString()),
            (Text(item, "type"), Text(item, "origin"), Text(item, "number"), Text(item, "from")));
    }

    [Fact]
    public async Task Papers_in_use_outlive_the_purge()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());
        await office.DeliverMessagesAsync();

        office.Clock.Advance(TimeSpan.FromDays(8));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));
        office.Clock.Advance(TimeSpan.FromDays(30));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));

        using var mai = office.As("mai");
        Assert.Equal(HttpStatusCode.OK, (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).StatusCode);
    }

    private static async Task<List<JsonElement>> WalletAsync(HttpClient http) =>
        [.. (await (await http.GetAsync("/api/wallet")).ReadAsync()).GetProperty("items").EnumerateArray()];
}
