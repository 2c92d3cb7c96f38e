using PublicAdmin.Platform;
using PublicAdmin.Signing;

namespace PublicAdmin.Results;

public static class ResultRefusals
{
    public static readonly RefusalCode NotWhatWasApproved = new(
        RefusalKind.Conflict, "result-not-what-was-approved", "Nội dung kết quả của hồ sơ {0} không khớp với nội dung lãnh đạo đã duyệt nên không được ký.",
        "The result of dossier {0} is not what the leader approved; it is not signed.");

    public static readonly RefusalCode NotReturned = new(
        RefusalKind.NotFound, "result-not-returned", "Hồ sơ {0} chưa trả kết quả.", "The result of dossier {0} has not been returned yet.");

    public static readonly RefusalCode BeingSigned = new(
        RefusalKind.Conflict, "result-being-signed", "Kết quả của hồ sơ {0} đang được ký số. Hãy thử lại sau ít phút.",
        "The result of dossier {0} is being signed. Try again in a few minutes.");

    public static readonly RefusalCode NothingToSign = new(
        RefusalKind.Conflict, "result-nothing-to-sign", "Hồ sơ {0} không có kết quả đang chờ bạn duyệt và ký.",
        "Dossier {0} has no result waiting for you to approve and sign.");

    public static readonly RefusalCode NoResult = new(
        RefusalKind.NotFound, "result-none", "Hồ sơ {0} chưa có kết quả được phát hành.", "Dossier {0} has no issued result.");

    public static readonly RefusalCode NoForm = new(
        RefusalKind.NotFound, "form-none", "Hồ sơ {0} không có mẫu {1}.", "Dossier {0} has no form {1}.");

    public static readonly RefusalCode FormBeingSigned = new(
        RefusalKind.Conflict, "form-being-signed", "Mẫu {1} của hồ sơ {0} đang được thủ trưởng ký số. Hãy thử lại sau ít phút.",
        "Form {1} of dossier {0} is being signed by the head. Try again in a few minutes.");

    public static readonly RefusalCode NoApologyDrafted = new(
        RefusalKind.NotFound, "apology-not-drafted", "Hồ sơ {0} không có thư xin lỗi chờ ký.", "Dossier {0} has no apology waiting for a signature.");

    public static readonly RefusalCode VaultBusy = new(
        RefusalKind.Unavailable, "signing-busy", "Hệ thống ký số đang bận. Hãy thử lại sau ít phút.",
        "The signing service is busy. Try again in a few minutes.");

    /// <summary>With the vault's own word for when to come again.</summary>
    public static Refusal Busy(SigningKeysBusyException vault) => VaultBusy.With().Knowing("retryAfterSeconds", (int)vault.RetryAfter.TotalSeconds);

    public static readonly RefusalCode CopyNotAsked = new(
        RefusalKind.Conflict, "copy-not-asked", "Hồ sơ {0} không phải hồ sơ chứng thực bản sao đang giải quyết.",
        "Dossier {0} is not one for certified copies that is being processed.");

    public static readonly RefusalCode CopyNotYours = new(
        RefusalKind.Forbidden, "copy-not-yours", "Chỉ lãnh đạo cơ quan đang giải quyết hồ sơ {0} được chứng thực bản sao.",
        "Only a leader of the agency that holds dossier {0} certifies copies.");

    public static readonly RefusalCode CopyOfNoOriginal = new(
        RefusalKind.Unprocessable, "copy-of-no-original",
        "Bản sao điện tử chỉ được chứng thực từ bản chính do cán bộ một cửa quét tại quầy; thành phần {1} của hồ sơ {0} không phải bản chính.",
        "An electronic copy is certified from the original a clerk scanned at the desk; component {1} of dossier {0} is no original.");

    public static readonly RefusalCode SentUnusable = new(
        RefusalKind.Unprocessable, "result-paper-unusable", "Không nhận được tệp kết quả này: {0}", "This file cannot be taken in as a result: {0}");

    public static readonly RefusalCode SentElsewhere = new(
        RefusalKind.Conflict, "result-paper-not-wanted", "Hồ sơ {0} không ở bước lập kết quả tại cơ quan của bạn.",
        "Dossier {0} is not at the step of its result in your agency.");

    public static readonly RefusalCode NoReceipt = new(
        RefusalKind.NotFound, "receipt-none", "Hồ sơ {0} không có biên lai thứ {1} do hệ thống lập.",
        "Dossier {0} has no receipt number {1} of this system's own.");

    public static readonly RefusalCode NoCopy = new(
        RefusalKind.NotFound, "copy-none", "Hồ sơ {0} chưa có bản sao chứng thực của thành phần {1}.",
        "Dossier {0} has no certified copy of component {1} yet.");
}
