using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Results.Approval;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>What lies before a leader is what gets the leader's signature, to the byte.</summary>
public class PaperToSignTests
{
    private const string Place = "muong-ang";

    [Fact]
    public async Task What_was_shown_is_signed_to_the_byte()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ProposedAsync(office, Proposals.MaritalStatus);
        var leader = office.As($"leader-{Place}");
        var shown = await leader.GetByteArrayAsync($"/api/dossiers/{code}/paper-to-sign");
        var drawn = await leader.GetFromJsonAsync<DrawnPaper>($"/api/dossiers/{code}/paper-to-sign/pages");
        office.Clock.Advance(TimeSpan.FromHours(1));

        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
        await office.DeliverMessagesAsync();

        var dossier = (await office.The<DossierStore>().FindAsync(code, default))!.Dossier;
        var signed = (await office.The<SignedResults>().FindApprovedAsync(dossier, default))!;
        Assert.Equal(shown, signed[..shown.Length]);
        Assert.True(signed.Length > shown.Length);
        Assert.Equal(Uploads.Sha256(shown), drawn!.Sha256);
    }

    [FactNeeding("pdftotext")]
    public async Task The_leaders_own_name_stands_under_it_and_each_page_is_a_picture()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ProposedAsync(office, Proposals.MaritalStatus);
        var leader = office.As($"leader-{Place}");

        var text = PaperText.Of(await leader.GetByteArrayAsync($"/api/dossiers/{code}/paper-to-sign"));
        var drawn = await leader.GetFromJsonAsync<DrawnPaper>($"/api/dossiers/{code}/paper-to-sign/pages");

        Assert.Contains("Lường Văn Thành", text, StringComparison.Ordinal);
        Assert.All(drawn!.Pages, page => Assert.StartsWith("<svg", page, StringComparison.Ordinal));
        Assert.NotEmpty(drawn.Pages);
    }

    [Fact]
    public async Task A_scan_of_another_agencys_paper_is_shown_as_it_came()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        var officer = office.As($"officer-{Place}");
        using var file = new ByteArrayContent(SampleScans.Jpeg());
        var sent = await Counter.ReadAsync<SentPaperView>(await officer.PutAsync($"/api/dossiers/{code}/result-paper", file), HttpStatusCode.OK);
        await officer.ActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Giấy đã cấp.", Elsewhere: new ElsewhereForm(
            "Giấy chứng nhận", "CS 04521", new DateOnly(2026, 11, 18), "Văn phòng Đăng ký đất đai", "Giám đốc Lường Văn Pỏm", sent.Sha256)));

        var drawn = await office.As($"leader-{Place}").GetFromJsonAsync<DrawnPaper>($"/api/dossiers/{code}/paper-to-sign/pages");

        Assert.Equal(sent.Sha256, drawn!.Sha256);
        Assert.Contains("data:image/jpeg;base64,", Assert.Single(drawn.Pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_lies_before_whoever_may_not_approve_it_or_when_nothing_waits()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ProposedAsync(office, Proposals.MaritalStatus);
        var leader = office.As($"leader-{Place}");

        var officer = await office.As($"officer-{Place}").GetAsync($"/api/dossiers/{code}/paper-to-sign").ProblemAsync(HttpStatusCode.Forbidden);
        await leader.ActAsync(code, "revision", new RevisionForm("Viết lại tên."));
        var late = await leader.GetAsync($"/api/dossiers/{code}/paper-to-sign/pages").ProblemAsync(HttpStatusCode.Conflict);

        Assert.NotEqual("result-nothing-to-sign", officer.Code);
        Assert.Equal("result-nothing-to-sign", late.Code);
    }

    private static async Task<DossierCode> TakenAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As($"clerk-{Place}").ActAsync(code, "acceptance");
        await office.As($"officer-{Place}").ActAsync(code, "taking");
        return code;
    }

    private static async Task<DossierCode> ProposedAsync(Office office, ProposalForm proposal)
    {
        var code = await TakenAsync(office);
        await office.As($"officer-{Place}").ActAsync(code, "proposal", proposal);
        return code;
    }
}
