using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

public static class ProcedureRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "procedure-not-found", "Không có thủ tục {0} vào ngày hoặc ở phiên bản này. Danh sách: GET /api/procedures.",
        "There is no procedure {0} on this day or in this version. The list: GET /api/procedures.");

    public static readonly RefusalCode CodeInvalid = new(
        RefusalKind.Invalid, "procedure-code-invalid", "Mã thủ tục có dạng 1.001193 và phải trùng với địa chỉ yêu cầu.",
        "A procedure code looks like 1.001193 and is the one in the address.");

    public static readonly RefusalCode NotInFuture = new(
        RefusalKind.Unprocessable, "procedure-version-not-in-future",
        "Phiên bản phải có hiệu lực từ ngày mai trở đi; hồ sơ đã nhận giữ phiên bản cũ.",
        "A version takes effect tomorrow or later; dossiers already received keep theirs.");

    public static readonly RefusalCode ComponentsInvalid = new(
        RefusalKind.Unprocessable, "procedure-components-invalid",
        "Mỗi thành phần hồ sơ cần mã riêng, số bộ từ 1 đến 9, và chỉ ghi cơ sở dữ liệu khi cơ quan tự khai thác.",
        "Every component needs an id of its own, 1 to 9 sets, and names a database exactly when the office looks it up.");

    public static readonly RefusalCode TermInvalid = new(
        RefusalKind.Unprocessable, "procedure-term-invalid",
        "Thời hạn phải lớn hơn 0 và không quá 365, trừ khi giải quyết trong ngày hoặc theo thỏa thuận.",
        "A term is 1 to 365, unless it is the same day or by agreement.");

    public static readonly RefusalCode FeesInvalid = new(
        RefusalKind.Unprocessable, "procedure-fees-invalid",
        "Mức phí không âm, có số tiền đúng theo cách tính, và ngày bắt đầu không sau ngày kết thúc.",
        "A fee is not negative, carries the amount its basis asks for, and begins before it ends.");

    public static readonly RefusalCode CompetenceInvalid = new(
        RefusalKind.Unprocessable, "procedure-competence-invalid",
        "Quy tắc thẩm quyền theo cơ quan cụ thể phải nêu một cơ quan đang hoạt động; quy tắc khác không nêu cơ quan.",
        "A rule that names an office names one that is open then; other rules name none.");

    public static readonly RefusalCode ModeInvalid = new(
        RefusalKind.Unprocessable, "procedure-mode-invalid",
        "Dịch vụ một phần hoặc trực tiếp phải công khai lý do; dịch vụ toàn trình không có lý do (Nghị định 224/2026, Điều 14).",
        "A service that is not fully online publishes why; one that is gives no reason (Decree 224/2026, Article 14).");

    public static readonly RefusalCode PartsInvalid = new(
        RefusalKind.Invalid, "procedure-parts-invalid",
        "Mỗi phần của thủ tục liên thông cần mã riêng, thủ tục đi kèm nếu giải quyết trên hệ thống này, và chỉ chờ một phần đứng trước nó.",
        "Each part of a linked procedure needs an id of its own, a procedure when it is processed here, and waits only for a part before it.");

    public static readonly RefusalCode SourceMissing = new(
        RefusalKind.Unprocessable, "procedure-source-missing", "Phải ghi ít nhất một nguồn (quyết định công bố) cho phiên bản.",
        "A version names at least one source (the decision that published it).");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "procedure-version-changed",
        "Phiên bản từ ngày này đã có hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match với ETag mới.",
        "A version from this day exists already or was changed by somebody else. Read it again and send If-Match with the new ETag.");

    public static readonly RefusalCode ComponentUnknown = new(
        RefusalKind.Unprocessable, "component-unknown", "Thủ tục không có thành phần {0}.", "The procedure has no component {0}.");

    public static readonly RefusalCode HeldByDatabase = new(
        RefusalKind.Unprocessable, "paper-held-by-database",
        "Không được yêu cầu «{0}»: thông tin đã có trong cơ sở dữ liệu (Nghị quyết 66.7/2025/NQ-CP). Hãy tự tra cứu.",
        "'{0}' may not be asked for: a national database holds it (Resolution 66.7/2025/NQ-CP). Look it up instead.");

    public static readonly RefusalCode PaperNotAskable = new(
        RefusalKind.Unprocessable, "paper-not-askable", "Không được yêu cầu «{0}» ({1}).", "'{0}' may not be asked for ({1}).");
}
