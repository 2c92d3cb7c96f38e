using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>A dossier has room for so much history in its state: whoever fills it is told, and it can still be ended.</summary>
public sealed class FullDossierTests
{
    [Fact]
    public async Task A_dossier_paused_again_and_again_is_full_before_it_cannot_be_ended()
    {
        await using var office = await Office.OpenAsync();
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await clerk.ActAsync(code, "acceptance");
        var officer = office.As("officer-muong-phang");
        await officer.ActAsync(code, "taking");
        var (suspension, resumption) = (new SuspensionForm(new('a', 900), new('b', 300)), new ResumptionForm(new('c', 900), "Giấy nộp tiền 0001234"));

        var rounds = 0;
        HttpResponseMessage answer;
        while ((answer = await officer.SendActAsync(code, "suspension", suspension)).IsSuccessStatusCode && rounds++ < 60)
        {
            await officer.ActAsync(code, "resumption", resumption);
        }

        Assert.Equal("dossier-full", (await Task.FromResult(answer).ProblemAsync(HttpStatusCode.Conflict)).Code);
        var stopped = await office.As("leader-muong-phang").ActAsync(code, "stop", new ReasonForm("Người nộp đề nghị", "Thông tư 03/2025/TT-VPCP, Điều 7"));
        Assert.Equal(Phase.Stopped, stopped.Phase);
    }
}
