using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>A seal closes only what somebody signed, and it is the seal of the body whose paper it is (Decree 30/2020, Article 33).</summary>
public class FormSigningTests
{
    private const string Center = "Trung tâm Phục vụ hành chính công xã Mường Ảng";
    private const string Committee = "Ủy ban nhân dân xã Mường Ảng";

    [Fact]
    public async Task The_desk_signs_receipt_supplement_and_refusal_and_the_center_seals_them()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-ang");
        var (accepted, asked, refused) = (await FileAsync(office), await FileAsync(office), await FileAsync(office));
        await clerk.ActAsync(accepted, "acceptance");
        await clerk.ActAsync(
            asked, "supplement-request", new SupplementRequestForm([new SupplementItem("Quyết định ly hôn", "Thiếu trang 2")], "Lò Thị Hương, 0215 3 812 345"));
        await clerk.ActAsync(refused, "refusal", new ReasonForm("Không thuộc thẩm quyền", "Điều 17 Nghị định 118/2025/NĐ-CP"));

        Assert.Equal(["Lò Thị Hương", Center], await SignersAsync(office, accepted, "01"));
        Assert.Equal(["Lò Thị Hương", Center], await SignersAsync(office, asked, "02"));
        Assert.Equal(["Lò Thị Hương", Center], await SignersAsync(office, refused, "03"));
    }

    [Fact]
    public async Task The_agency_seals_what_its_officer_asks_and_what_its_head_stops()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (asked, stopped) = (await FileAsync(office), await FileAsync(office));
        await office.As("clerk-muong-ang").ActAsync(asked, "acceptance");
        await office.As("clerk-muong-ang").ActAsync(stopped, "acceptance");
        await office.As("officer-muong-ang").ActAsync(asked, "taking");
        await office.As("officer-muong-ang")
            .ActAsync(asked, "supplement-request",
                new SupplementRequestForm([new SupplementItem("Quyết định ly hôn", "Thiếu trang 2")], "Quàng Văn Dũng, 0215 3 812 345"));
        await office.As("leader-muong-ang").ActAsync(stopped, "stop", new ReasonForm("Người yêu cầu đã được cấp giấy", "Điều 21 Nghị định 118/2025/NĐ-CP"));

        Assert.Equal(["Quàng Văn Dũng", Committee], await SignersAsync(office, asked, "02"));
        Assert.Equal(["Lường Văn Thành", Committee], await SignersAsync(office, stopped, "05"));
    }

    [Fact]
    public async Task The_slip_that_nobody_signs_bears_no_seal()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        Assert.Empty(await SignersAsync(office, code, "06"));
    }

    [Fact]
    public async Task A_dossier_says_which_forms_it_has_and_the_control_slip_is_for_staff()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await FileAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        Assert.Equal(["01"], (await office.As("mai").ReadDossierAsync(code)).Forms.Select(form => form.Code));
        Assert.Equal(["01", "06"], (await office.As("clerk-muong-ang").ReadDossierAsync(code)).Forms.Select(form => form.Code));
    }

    private static async Task<DossierCode> FileAsync(Office office) =>
        (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

    private static async Task<IEnumerable<string?>> SignersAsync(Office office, DossierCode code, string form)
    {
        using var body = new ByteArrayContent(await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/dossiers/{code}/forms/{form}"));
        body.Headers.ContentType = new("application/pdf");
        var report = (await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK)).Report;
        Assert.True(report.Verdict is Verdict.Valid || report.Signatures.Count == 0,
            report.Vi + string.Join("; ", report.Signatures.SelectMany(signature => signature.Changes)));
        return report.Signatures.Select(signature => signature.Signer);
    }
}
