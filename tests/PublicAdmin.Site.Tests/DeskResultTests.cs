using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// What an officer proposes at the desk when the result is not made from the form: a denial in words, a paper another agency made; and what the portal has
/// of it.
/// </summary>
[Collection(nameof(SampleOffice))]
public sealed class DeskResultTests(SampleOffice office)
{
    private const string Officer = "Quàng Văn Dũng";

    [BrowserFact]
    public async Task A_denial_is_proposed_in_words()
    {
        var code = await TakenAsync("citizen-711");
        await using var officer = await ProposingAsync(code);

        await officer.Page.Locator("#propose-way").SelectOptionAsync("deny");
        await officer.Page.Locator("#propose-content").FillAsync("Không đủ căn cứ xác nhận tình trạng hôn nhân.");
        await officer.Page.Locator("#propose-summary").FillAsync("Đề nghị không giải quyết.");
        await officer.Page.Locator("#act-propose button").First.ClickAsync();

        await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Đã xong: Trình");
        Assert.Equal("deny", (await office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}")).GetProperty("proposal").GetProperty("outcome").GetString());
        Assert.Empty(officer.Complaints);
    }

    [BrowserFact]
    public async Task A_paper_another_agency_made_is_sent_and_goes_out_under_its_own_number()
    {
        var code = await TakenAsync("citizen-712");
        await using (var officer = await ProposingAsync(code))
        {
            await officer.Page.Locator("#propose-way").SelectOptionAsync("elsewhere");
            await officer.Page.Locator("#propose-summary").FillAsync("Giấy đã cấp từ phần mềm dùng chung.");
            await officer.Page.Locator("#act-propose button").First.ClickAsync();
            await Expect(officer.Page.Locator("#act-propose .summary")).ToContainTextAsync("Tệp kết quả");
            await officer.Page.Locator("#elsewhere-file")
                .SetInputFilesAsync(new FilePayload { Name = "xac-nhan.pdf", MimeType = "application/pdf", Buffer = SampleScans.Pdf() });
            await officer.Page.Locator("#elsewhere-kind").FillAsync("Giấy xác nhận tình trạng hôn nhân");
            await officer.Page.Locator("#elsewhere-number").FillAsync("712/UBND-XNTTHN");
            await officer.Page.Locator("#elsewhere-date").FillAsync("2026-01-05");
            await officer.Page.Locator("#elsewhere-issuer").FillAsync("Ủy ban nhân dân xã Mường Ảng");
            await officer.Page.Locator("#elsewhere-signer").FillAsync("Lường Văn Thành, Chủ tịch");
            await officer.Page.Locator("#act-propose button").First.ClickAsync();

            await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Đã xong: Trình");
            Assert.Empty(officer.Complaints);
        }

        var hash = (await office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}")).GetProperty("proposal").GetProperty("hash").GetString();
        await office.TellAsync("leader-muong-ang", $"/api/dossiers/{code}/approval", new { proposalHash = hash });
        await using var registrar = await office.VisitAsync(width: 1366);
        await registrar.SignInAsync("Cà Thị Ngân", $"/desk?code={code}");
        await registrar.Page.Locator("[data-key=i]").ClickAsync();
        await Expect(registrar.Page.Locator("#issue-number")).ToHaveValueAsync("712/UBND-XNTTHN");
    }

    [BrowserFact]
    public async Task An_official_sees_how_far_the_National_Portal_has_a_dossier()
    {
        var code = await TakenAsync("citizen-713");
        await using var officer = await office.VisitAsync(width: 1366);
        await officer.SignInAsync(Officer, $"/desk?code={code}");

        await officer.Page.Locator("#portal summary").ClickAsync();

        await Expect(officer.Page.Locator("#portal")).ToContainTextAsync("Chưa có hồ sơ này");
        Assert.Empty(officer.Complaints);
    }

    private async Task<string> TakenAsync(string citizen)
    {
        var code = await office.FileAsync(citizen, "1.004873", "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await office.TellAsync("officer-muong-ang", $"/api/dossiers/{code}/taking");
        return code;
    }

    private async Task<Visitor> ProposingAsync(string code)
    {
        var officer = await office.VisitAsync(width: 1366);
        await officer.SignInAsync(Officer, $"/desk?code={code}");
        await officer.Page.Locator("[data-key=p]").ClickAsync();
        return officer;
    }
}
