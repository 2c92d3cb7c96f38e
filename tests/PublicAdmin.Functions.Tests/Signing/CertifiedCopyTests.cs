using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public class CertifiedCopyTests
{
    private const string Place = "dien-bien-phu";

    [FactNeeding("pdftotext", "pdfsig", "qpdf")]
    public async Task The_leader_certifies_a_scan_once_and_the_citizen_gets_it_with_the_result()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        var route = $"/api/dossiers/{code}/scans/ban-chinh/certified-copy";
        var leader = office.As($"leader-{Place}");

        var none = await leader.GetAsync(route).ProblemAsync(HttpStatusCode.NotFound);
        var copy = await (await leader.PostAsync(route, null)).Content.ReadAsByteArrayAsync();
        var again = await (await leader.PostAsync(route, null)).Content.ReadAsByteArrayAsync();
        var hidden = await office.As("mai").GetAsync(route).ProblemAsync(HttpStatusCode.NotFound);
        await office.ProcessToTheEndAsync(Place, code, "0451/SCT-BS");
        var shown = await (await office.As("mai").GetAsync(route)).Content.ReadAsByteArrayAsync();

        Assert.Equal(("copy-none", "result-not-returned"), (none.Code, hidden.Code));
        Assert.Equal(copy, again);
        Assert.Equal(copy, shown);
        using var folder = new TempFolder();
        var path = folder.Write("copy.pdf", copy);
        var text = OutsideTool.Run("pdftotext", path, "-").Output;
        Assert.Contains("Bản sao điện tử đúng với bản chính", text, StringComparison.Ordinal);
        Assert.Contains("Số chứng thực: 1, quyển số 01/2026-SCT/BS", text, StringComparison.Ordinal);
        Assert.Equal(2, OutsideTool.Run("pdfsig", "-nocert", path).Output.Split("Signature is Valid").Length - 1);
        Assert.Equal(0, OutsideTool.Run("qpdf", "--check", path).ExitCode);
        Assert.Equal(Verdict.Valid, PdfVerifier.Verify(copy, await office.The<TrustedRoots>().AllAsync(default), office.Clock.GetUtcNow()).Verdict);
    }

    [Fact]
    public async Task Nobody_but_the_leader_certifies_and_nothing_but_what_was_asked_for()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        var other = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As($"clerk-{Place}").ActAsync(other, "acceptance");

        Assert.Equal(
            HttpStatusCode.Forbidden, (await office.As($"clerk-{Place}").PostAsync($"/api/dossiers/{code}/scans/ban-sao/certified-copy", null)).StatusCode);
        var wrong = await office.As("leader-muong-ang").PostAsync($"/api/dossiers/{other}/scans/ban-sao/certified-copy", null)
            .ProblemAsync(HttpStatusCode.Conflict);
        var copied = await office.As($"leader-{Place}").PostAsync($"/api/dossiers/{code}/scans/ban-sao/certified-copy", null)
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("copy-not-asked", wrong.Code);
        Assert.Equal("copy-of-no-original", copied.Code);
    }

    [Fact]
    public async Task The_original_is_scanned_by_the_desk_alone_and_stays_in_no_wallet()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var upload = await mai.SendFileAsync(SampleScans.Pdf(), "bằng tốt nghiệp.pdf");

        var byHerself = await mai.SendFilingAsync(
            Filings.CertifiedCopy(office.OfficeOf($"clerk-{Place}"), new PaperForm("ban-chinh", upload)) with { Channel = Channel.Online });
        await FileAsync(office);
        await office.DeliverMessagesAsync();

        Assert.Equal("paper-only-shown", (await Task.FromResult(byHerself).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
        Assert.DoesNotContain("ban-chinh", await mai.GetStringAsync("/api/wallet"), StringComparison.Ordinal);
    }

    private static async Task<DossierCode> FileAsync(Office office)
    {
        var clerk = office.As($"clerk-{Place}");
        var upload = await clerk.SendFileAsync(SampleScans.Png(), "bằng tốt nghiệp.png", onBehalfOf: Filings.Mai.PersonalNumber);
        var receipt = await clerk.FileAsync(Filings.CertifiedCopy(office.OfficeOf($"clerk-{Place}"), new PaperForm("ban-chinh", upload)));
        await office.DeliverMessagesAsync();
        await clerk.ActAsync(receipt.Code, "acceptance");
        return receipt.Code;
    }
}
