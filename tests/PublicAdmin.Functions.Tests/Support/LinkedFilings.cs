using PublicAdmin.Dossiers;
using PublicAdmin.Linked;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Deadlines;

namespace PublicAdmin.Tests.Support;

/// <summary>Linked cases as people bring them about.</summary>
internal static class LinkedFilings
{
    /// <summary>Mai files; answers the case and its part at the commune.</summary>
    public static async Task<(FilingReceipt Case, DossierCode Birth)> FiledLinkedAsync(this Office office)
    {
        var receipt = await office.As("mai").FileAsync(Filings.LinkedBirth(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        return (receipt, await office.PartAsync(receipt.Code, "khai-sinh"));
    }

    public static async Task<DossierCode> PartAsync(this IOffice office, DossierCode code, string part) =>
        DossierCode.Parse((await office.As("mai").ReadDossierAsync(code)).Linked!.Parts.Single(one => one.Id == part).Code!);

    public static async Task<Phase> PhaseOfAsync(this IOffice office, DossierCode code) => (await office.As("mai").ReadDossierAsync(code)).Phase;

    public static Task<HttpResponseMessage> ReportAsync(this HttpClient http, DossierCode code, string part, PartReportForm form) =>
        http.SendActAsync(code, $"parts/{part}/reports", form);

    /// <summary>The clerk forwards the part and enters what the agency says, from receipt to return.</summary>
    public static async Task DoneElsewhereAsync(this Office office, DossierCode code, string part, string agencyCode)
    {
        var clerk = office.As("clerk-muong-ang");
        await clerk.ActAsync(code, $"parts/{part}/reports", new PartReportForm(NationalStatus.NewlyRegistered, "Gói tin số 1"));
        await clerk.ActAsync(
            code, $"parts/{part}/reports",
            new PartReportForm(NationalStatus.Received, "Thông báo tiếp nhận", AgencyCode: agencyCode, PromisedAt: Given.At("2026-11-27 17:00")));
        var result = new PartResult($"TT-{agencyCode[^2..]}", new DateOnly(2026, 11, 20), "Trưởng Công an xã");
        await clerk.ActAsync(code, $"parts/{part}/reports", new PartReportForm(NationalStatus.Done, "Thông báo kết quả", Result: result));
        await clerk.ActAsync(code, $"parts/{part}/reports", new PartReportForm(NationalStatus.Returned, "Đã nhận trên VNeID"));
    }
}
