using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tracking;

namespace PublicAdmin.Tests.Results;

/// <summary>Form 01: it promises the term that counts, lists what was handed in, and carries what its dossier is tracked with.</summary>
public class ReceiptTests
{
    [FactNeeding("pdftotext")]
    public async Task A_receipt_states_the_term_it_promises_the_ten_days_of_a_difficult_commune_included()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai", "Mẫu số 15"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await clerk.ActAsync(code, "acceptance");

        var receipt = await TextAsync(clerk, code);
        var explained = await clerk.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/dossiers/{code}/deadline");

        Assert.Contains("theo quy định: 30 ngày làm việc (20 ngày và 10 ngày cộng thêm cho xã miền núi, khó khăn)", receipt, StringComparison.Ordinal);
        Assert.Contains("30 ngày làm việc (20 ngày và 10 ngày cộng thêm", explained.ToString(), StringComparison.Ordinal);
        Assert.Contains("ngày 05/01/2027", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("Tờ khai điện tử", receipt, StringComparison.Ordinal); // Nobody gave one at this counter.
    }

    [FactNeeding("pdftotext")]
    public async Task Whoever_holds_the_receipt_tracks_the_dossier_and_a_lost_one_is_replaced()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (mai, clerk) = (office.As("mai"), office.As("clerk-muong-ang"));
        var filed = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await clerk.ActAsync(filed.Code, "acceptance");
        var shown = await mai.GetFromJsonAsync<TrackingAnswer>($"/api/dossiers/{filed.Code}/tracking-secret", OfficeJson.Stored);
        var printed = await TextAsync(mai, filed.Code);

        var stranger = await clerk.SendActAsync(filed.Code, "tracking-secret", new IdentityCheck("011190000001", IdentityProof.IdentityCard));
        await clerk.ActAsync(filed.Code, "tracking-secret", new IdentityCheck(Filings.Mai.PersonalNumber, IdentityProof.IdentityCard));
        var renewed = await clerk.GetFromJsonAsync<TrackingAnswer>($"/api/dossiers/{filed.Code}/tracking-secret", OfficeJson.Stored);

        Assert.Equal(filed.Secret, shown!.Secret);
        Assert.Equal($"http://localhost:7071/track#{filed.Code}&{filed.Secret}", shown.Link);
        Assert.Contains($"Mã tra cứu: {filed.Secret}", printed, StringComparison.Ordinal);
        Assert.Equal("dossier-not-a-party", (await Task.FromResult(stranger).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
        Assert.NotEqual(filed.Secret, renewed!.Secret);
        Assert.Equal(
            HttpStatusCode.NotFound, (await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm(filed.Code.ToString(), filed.Secret))).StatusCode);
        Assert.Equal(2, (await office.Http.TrackAsync(filed.Code, renewed.Secret)).StatusCode);
        var printedAnew = await TextAsync(mai, filed.Code);
        Assert.Contains(renewed.Secret, printedAnew, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Secret, printedAnew, StringComparison.Ordinal);
        Assert.Contains(await clerk.HistoryAsync(filed.Code), line => line.What == "trackingSecretRenewed");
    }

    [Fact]
    public async Task A_secret_is_shown_to_its_citizen_and_the_receiving_desk_and_to_nobody_else()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        var route = $"/api/dossiers/{filed.Code}/tracking-secret";

        Assert.Equal(HttpStatusCode.NotFound, (await office.As("thanh").GetAsync(route)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("clerk-muong-phang").GetAsync(route)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("officer-muong-ang").GetAsync(route)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await office.As("mai")
                .PostAsJsonAsync(route, new IdentityCheck(Filings.Mai.PersonalNumber, IdentityProof.VNeId), OfficeJson.Options)).StatusCode);
    }

    [FactNeeding("pdftotext")]
    public async Task An_organisation_is_named_with_its_number_and_representative()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var cooperative = office.As("cooperative");
        var form = Filings.MaritalStatus(
            office.OfficeOf("clerk-muong-ang")) with
        {
            Applicant = new ApplicantForm(
                "Hợp tác xã cà phê Mường Ảng", "5600123456", Kind: ApplicantKind.Organisation)
        };
        var code = (await cooperative.FileAsync(form)).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        var receipt = await TextAsync(cooperative, code);

        Assert.Contains("Tiếp nhận hồ sơ của tổ chức: Hợp tác xã cà phê Mường Ảng", receipt, StringComparison.Ordinal);
        Assert.Contains("Mã số doanh nghiệp (mã số thuế): 5600123456", receipt, StringComparison.Ordinal);
        Assert.Contains("Người đại diện: Lường Thị Phương", receipt, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpClient http, DossierCode code) =>
        PaperText.Of(await http.GetByteArrayAsync($"/api/dossiers/{code}/forms/01"));
}
