using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

public static class OfficeRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "office-unknown", "Không có cơ quan mang mã {0} vào ngày này. Danh sách: GET /api/offices.",
        "There is no office {0} on this day. The list: GET /api/offices.");

    public static readonly RefusalCode VersionUnknown = new(
        RefusalKind.NotFound, "office-version-unknown", "Không có bản nào do quản trị viên nhập có hiệu lực từ ngày này.",
        "No administrator entered a version from this day.");

    public static readonly RefusalCode CodeInvalid = new(
        RefusalKind.Invalid, "office-code-invalid", "Mã cơ quan phải có dạng H18, H18.61 hoặc H18.06.01.",
        "An office code looks like H18, H18.61 or H18.06.01.");

    public static readonly RefusalCode AddressMismatch = new(
        RefusalKind.Invalid, "office-address-mismatch", "Mã cơ quan và ngày có hiệu lực phải trùng với địa chỉ yêu cầu.",
        "The code and the first day must be those in the address.");

    public static readonly RefusalCode NotInFuture = new(
        RefusalKind.Unprocessable, "office-version-not-in-future", "Thay đổi phải có hiệu lực từ ngày mai trở đi; lịch sử không được viết lại.",
        "A change takes effect tomorrow or later; history is not rewritten.");

    public static readonly RefusalCode DatesReversed = new(
        RefusalKind.Invalid, "office-version-dates-reversed", "Ngày hết hiệu lực phải không sớm hơn ngày có hiệu lực.",
        "The last day must not come before the first.");

    public static readonly RefusalCode ParentUnknown = new(
        RefusalKind.Unprocessable, "office-parent-unknown", "Không có cơ quan cấp trên {0} vào ngày có hiệu lực.",
        "There is no parent office {0} on the day the change takes effect.");

    public static readonly RefusalCode UnitUnknown = new(
        RefusalKind.Unprocessable, "office-unit-unknown", "Không có xã, phường mang mã {0}.", "There is no commune or ward {0}.");

    public static readonly RefusalCode UnitTaken = new(
        RefusalKind.Conflict, "office-unit-taken", "Xã, phường {0} đã có cơ quan {1} vào ngày có hiệu lực.",
        "Commune or ward {0} already has office {1} on the day the change takes effect.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "office-version-changed",
        "Bản có hiệu lực từ ngày này đã có hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match với ETag mới.",
        "A version from this day exists already or was changed by somebody else. Read it again and send If-Match with the new ETag.");

    public static readonly RefusalCode OfficeUnknown = new(
        RefusalKind.Unprocessable, "office-not-in-force", "Không có cơ quan {0} đang hoạt động. Xem GET /api/offices.",
        "No office {0} is in force. See GET /api/offices.");

    public static readonly RefusalCode Unstaffed = new(
        RefusalKind.Unprocessable, "office-without-staff",
        "Cơ quan {0} chưa có chuyên viên xử lý trên hệ thống này nên không chuyển hồ sơ đến được. Việc của cơ quan khác ghi tại hồ sơ liên thông.",
        "Nobody at office {0} processes dossiers in this system, so none can be sent there. Work of other agencies is told on the linked case.");
}
