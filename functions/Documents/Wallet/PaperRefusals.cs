using PublicAdmin.Platform;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Why a paper cannot be part of a dossier.</summary>
public static class PaperRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.Unprocessable, "paper-unknown", "Không có giấy tờ này của người nộp, hoặc tệp chưa tải xong.",
        "The applicant has no such paper, or its upload is not complete.");

    public static readonly RefusalCode Unusable = new(
        RefusalKind.Unprocessable, "paper-unusable", "Không dùng được giấy tờ «{0}»: {1}", "The paper '{0}' cannot be used: {1}");

    public static readonly RefusalCode TooOld = new(
        RefusalKind.Unprocessable, "paper-too-old", "Tệp của «{0}» đã tải lên quá 29 ngày mà chưa dùng. Hãy tải lại.",
        "The file of '{0}' was sent more than 29 days ago and never used. Send it again.");

    public static readonly RefusalCode Expired = new(
        RefusalKind.Unprocessable, "paper-expired", "«{0}» đã hết hiệu lực từ {1}.", "'{0}' was valid until {1}.");

    public static readonly RefusalCode Withdrawn = new(
        RefusalKind.Unprocessable, "paper-withdrawn", "«{0}» đã bị thu hồi hoặc thay thế từ {1}.", "'{0}' was revoked or replaced on {1}.");

    public static readonly RefusalCode ConsentMissing = new(
        RefusalKind.Unprocessable, "consent-missing", "Cần sự đồng ý của người có giấy tờ để dùng lại «{0}».",
        "To use '{0}' again its owner must agree.");

    public static readonly RefusalCode NotNeeded = new(
        RefusalKind.Unprocessable, "paper-not-needed", "Không cần nộp «{0}»: cơ quan tự khai thác từ cơ sở dữ liệu (Nghị quyết 66.7/2025/NQ-CP).",
        "'{0}' need not be handed in: the office looks it up in a national database (Resolution 66.7/2025/NQ-CP).");

    public static readonly RefusalCode OnlyShown = new(
        RefusalKind.Unprocessable, "paper-only-shown", "«{0}» chỉ xuất trình tại quầy, không quét và không lưu (Thông tư 03/2025/TT-VPCP, Điều 5).",
        "'{0}' is only shown at the desk, neither scanned nor kept (Circular 03/2025/TT-VPCP, Article 5).");

    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "document-unknown", "Hồ sơ không có giấy tờ {0}.", "The dossier has no paper {0}.");

    public static readonly RefusalCode NoBytes = new(
        RefusalKind.NotFound, "document-without-file", "«{0}» không có tệp: thông tin được khai thác từ cơ sở dữ liệu hoặc là kết quả của hồ sơ {1}.",
        "'{0}' has no file of its own: it was read from a database or is the result of dossier {1}.");

    public static readonly RefusalCode NotChecked = new(
        RefusalKind.Conflict, "document-not-checked", "«{0}» đang được kiểm tra mã độc. Hãy thử lại sau ít phút.",
        "'{0}' is being checked for malware. Try again in a moment.");

    public static readonly RefusalCode NotAPicture = new(
        RefusalKind.Unprocessable, "paper-not-a-picture", "«{0}» phải là ảnh JPEG hoặc PNG.", "'{0}' must be a JPEG or PNG picture.");

    public static readonly RefusalCode NotPictures = new(
        RefusalKind.Unprocessable, "pages-not-pictures", "«{0}» không gồm toàn ảnh quét JPEG, PNG hoặc TIFF. Hãy tải từng tệp.",
        "'{0}' is not all scanned pictures in JPEG, PNG or TIFF. Fetch each file by itself.");

    public static readonly RefusalCode Blocked = new(
        RefusalKind.Forbidden, "document-blocked", "«{0}» có mã độc và đã bị chặn. Hãy yêu cầu công dân gửi lại.",
        "'{0}' carries malware and is blocked. Ask the citizen to send it again.");
}
