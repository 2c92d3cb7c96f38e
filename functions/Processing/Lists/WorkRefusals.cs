using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

public static class WorkRefusals
{
    public static readonly RefusalCode OfficeNotYours = new(
        RefusalKind.Forbidden, "office-not-yours", "Bạn không có nhiệm vụ tại cơ quan {0}.", "You have no duty at office {0}.");

    public static readonly RefusalCode OfficeMissing = new(
        RefusalKind.Invalid, "office-missing", "Bạn làm việc tại nhiều cơ quan: hãy ghi rõ cơ quan bằng tham số «office».",
        "You work for several offices: name one as office.");

    public static readonly RefusalCode ListUnknown = new(
        RefusalKind.Invalid, "work-list-unknown", "Danh sách phải là một trong: {0}.", "The list must be one of: {0}.");

    public static readonly RefusalCode NumberInAddress = new(
        RefusalKind.Invalid, "search-number-in-address", "Số định danh và số điện thoại không được ghi trong địa chỉ: hãy gửi bằng POST /api/search.",
        "Personal numbers and phones may not stand in an address: send them by POST /api/search.");

    public static readonly RefusalCode QueryTooShort = new(
        RefusalKind.Invalid, "search-too-short", "Hãy gõ mã hồ sơ, số định danh, số điện thoại, hoặc ít nhất 2 chữ cái của tên.",
        "Type a dossier code, a personal number, a phone, or at least 2 letters of the name.");
}
