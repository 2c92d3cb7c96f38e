using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>What the official forms of a dossier name: giver, receiver, agencies, place (forms 01, 03, 06 and 07).</summary>
public sealed class FormContentsTests
{
    [FactNeeding("pdftotext")]
    public async Task The_slip_names_who_gave_and_who_took_and_every_agency_and_judges_only_steps_that_have_a_time()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang").ActAsync(code, "transfer", new TransferForm(office.OfficeOf("officer-land"), "Xin ý kiến về thửa đất"));

        var slip = await TextAsync(office, code, "06");

        Assert.All(
            ["Lò Thị Mai", "Lò Thị Hương", "Quàng Văn Dũng", "Xin ý kiến về thửa đất"],
            named => Assert.Contains(named, slip, StringComparison.Ordinal));
        Assert.Contains("Cơ quan phối hợp giải quyết hồ sơ: Văn phòng đăng ký đất đai", slip, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Count(slip, "Trước hạn") + Count(slip, "Đúng hạn") + Count(slip, "Quá hạn")); // Acceptance; the head writes them small.
    }

    [FactNeeding("pdftotext")]
    public async Task A_refusal_names_the_commune_whose_desk_refuses()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "refusal", new ReasonForm("Không thuộc thẩm quyền", "Điều 17 Nghị định 118/2025/NĐ-CP"));

        Assert.Contains("xã Mường Ảng", await TextAsync(office, code, "03"), StringComparison.OrdinalIgnoreCase);
    }

    [FactNeeding("pdftotext")]
    public async Task The_register_has_every_column_and_prints_no_filing_as_a_receipt()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        await FileAsync(office);

        var register = PaperText.Of(await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/offices/{place}/register.pdf?period=2026-11-20"));

        Assert.All(
            ["Số lượng", "Địa chỉ", "Cơ quan", "Nhận hồ sơ", "Hẹn trả", "Trả kết quả", "Phương thức", "Ký nhận", "Ghi chú"],
            head => Assert.Contains(head, register, StringComparison.Ordinal));
        Assert.DoesNotContain("09:00 20/11/2026", register, StringComparison.Ordinal); // Filed at that minute, received not yet.
    }

    [FactNeeding("pdftotext")]
    public async Task A_receipt_lists_a_paper_once_that_was_handed_in_in_two_files()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var front = await mai.SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH", "Trang 1"));
        var back = await mai.SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH", "Trang 2"));
        var code = (await mai.FileAsync(Filings.Birth(
            office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", front), new PaperForm("chung-sinh", back)))).Code;
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        Assert.Equal(1, Count(await TextAsync(office, code, "01"), "chứng sinh"));
    }

    private static async Task<DossierCode> FileAsync(Office office) =>
        (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

    private static async Task<string> TextAsync(Office office, DossierCode code, string form) =>
        PaperText.Of(await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/dossiers/{code}/forms/{form}"));

    private static int Count(string text, string word) => text.Split(word, StringSplitOptions.None).Length - 1;
}
