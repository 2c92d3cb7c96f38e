using PublicAdmin.Platform;

namespace PublicAdmin.Eforms;

public static class EformRefusals
{
    public static readonly RefusalCode NoForm = new(
        RefusalKind.NotFound, "form-not-found", "Thủ tục {0} không có biểu mẫu điện tử vào ngày này.", "Procedure {0} has no electronic form on this day.");

    public static readonly RefusalCode CaseUnknown = new(
        RefusalKind.Unprocessable, "form-case-unknown", "Biểu mẫu không có trường hợp {0}.", "The form has no case {0}.");

    public static readonly RefusalCode NothingFilledIn = new(
        RefusalKind.NotFound, "form-not-filled-in", "Hồ sơ {0} không có tờ khai điện tử.", "Dossier {0} has no electronic form.");

    public static readonly RefusalCode TemplateUnknown = new(
        RefusalKind.Unprocessable, "result-template-unknown", "Thủ tục không có mẫu kết quả {0}. Xem GET /api/procedures/(mã)/results.",
        "The procedure has no result {0}. See GET /api/procedures/(code)/results.");

    public static readonly RefusalCode NotInFuture = new(
        RefusalKind.Unprocessable, "form-version-not-in-future", "Phiên bản biểu mẫu phải có hiệu lực từ ngày mai trở đi.",
        "A version takes effect tomorrow or later.");

    public static readonly RefusalCode Contradictory = new(
        RefusalKind.Unprocessable, "form-contradicts-itself", "Biểu mẫu có {0} chỗ mâu thuẫn; từng chỗ nêu ở «faults».",
        "The definition contradicts itself in {0} places; 'faults' names each.");

    public static readonly RefusalCode VersionTaken = new(
        RefusalKind.Conflict, "form-version-taken", "Phiên bản {0} đã dùng; phiên bản đã dùng không thay đổi nữa.",
        "Version {0} exists; a version once used never changes.");

    public static readonly RefusalCode VersionChanged = new(
        RefusalKind.Changed, "form-version-changed", "Phiên bản từ ngày này đã có hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match.",
        "A version from this day exists already or was changed by somebody else. Read it again and send If-Match.");

    public static readonly RefusalCode IdElsewhere = new(
        RefusalKind.Invalid, "form-id-invalid", "Mã biểu mẫu phải trùng với địa chỉ yêu cầu.", "The form's id is the one in the address.");

    public static readonly RefusalCode ConsentMissing = new(
        RefusalKind.Unprocessable, "prefill-consent-missing", "Chỉ tra cứu dữ liệu của bạn khi bạn đồng ý.", "Your record is looked up only when you agree.");

    public static readonly RefusalCode ResultUnproven = new(
        RefusalKind.Unprocessable, "result-unproven", "Kết quả dùng lại phải lấy từ thông tin điền sẵn của chính người khai, không quá 5 kết quả.",
        "Results used again are those the filer's own prefill named, five at most.");

    public static readonly RefusalCode ListUnknown = new(RefusalKind.NotFound, "list-not-found", "Không có danh mục {0}.", "There is no list {0}.");
}
