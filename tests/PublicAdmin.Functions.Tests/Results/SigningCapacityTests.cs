using System.Net.Http.Json;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>Whoever signs in the chairman's place signs as what they are (Decree 30/2020, Article 13).</summary>
public class SigningCapacityTests
{
    [FactNeeding("pdftotext")]
    public async Task A_deputy_who_was_lent_the_duty_signs_for_the_chairman_and_under_the_own_title()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var loan = new DelegationForm(
            OfficePeople.IdOf("supervisor-muong-ang"), Role.Leader, office.OfficeOf("leader-muong-ang"), new(2026, 11, 20), new(2026, 11, 22), "Đi công tác",
            SigningForm.ForTheHead);
        (await office.As("leader-muong-ang").PostAsJsonAsync("/api/delegations", loan, OfficeJson.Options)).EnsureSuccessStatusCode();

        var paper = await ResultAsync(office, approver: "supervisor-muong-ang");

        Assert.Contains("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", paper, StringComparison.Ordinal);
        Assert.Contains("Bạc Cầm Sơn", paper, StringComparison.Ordinal);
    }

    [FactNeeding("pdftotext")]
    public async Task The_chairman_signs_in_the_own_right()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var paper = await ResultAsync(office, approver: "leader-muong-ang");

        Assert.Contains("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("KT.", paper, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("H18.02", "GIÁM ĐỐC", "STP")]
    [InlineData("H18.01", "CHÁNH VĂN PHÒNG", "VPUBND")]
    [InlineData("H18.06", "GIÁM ĐỐC", "SNNMT")]
    [InlineData("H18.06.01", "GIÁM ĐỐC", "VPĐKĐĐ")]
    [InlineData("H18.42", "GIÁM ĐỐC", "BHXH")]
    [InlineData("H18.88", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "UBND")]
    public async Task The_block_names_the_head_without_the_office_and_the_number_names_the_office(string code, string block, string behindNumber)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var version = office.The<OfficeDirectory>().Find(code, new(2026, 11, 20))!;

        Assert.Equal((block, behindNumber), (version.SignatureTitle(null), version.Abbreviation()));
    }

    [Theory]
    [InlineData(SigningForm.ForTheHead, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC\nPHÓ CHỦ TỊCH")]
    [InlineData(SigningForm.ByOrder, "TL. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TL. GIÁM ĐỐC\nPHÓ CHỦ TỊCH")]
    [InlineData(SigningForm.ByAuthority, "TUQ. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TUQ. GIÁM ĐỐC\nPHÓ CHỦ TỊCH")]
    [InlineData(SigningForm.Acting, "TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH", "Q. GIÁM ĐỐC")]
    public async Task Each_way_of_signing_has_its_block(SigningForm form, string ofCommittee, string ofDepartment)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (offices, signs) = (office.The<OfficeDirectory>(), new SigningCapacity(form, "Phó Chủ tịch"));

        Assert.Equal(ofCommittee, offices.Find("H18.88", new(2026, 11, 20))!.SignatureTitle(signs));
        Assert.Equal(ofDepartment, offices.Find("H18.02", new(2026, 11, 20))!.SignatureTitle(signs));
    }

    private static async Task<string> ResultAsync(Office office, string approver)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang").ActAsync(code, "proposal", Proposals.MaritalStatus);
        await office.As(approver).ActAsync(code, "approval", new ApprovalForm((await office.As("leader-muong-ang").ReadDossierAsync(code)).Proposal!.Hash));
        await office.As("registrar-muong-ang").ActAsync(code, "issue", new IssueForm("12/GXN-UBND"));
        await office.DeliverMessagesAsync();
        return PaperText.Of(await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/dossiers/{code}/result"));
    }
}
