using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

/// <summary>Why an entry of the staff directory cannot be read or written.</summary>
public static class StaffRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "staff-unknown", "Danh bạ không có người mang mã {0} trong phạm vi của bạn.",
        "The directory has nobody under {0} within your scope.");

    public static readonly RefusalCode IdInvalid = new(
        RefusalKind.Invalid, "staff-id-invalid", "Mã cán bộ gồm 1–64 chữ thường không dấu, chữ số hoặc gạch ngang.",
        "A staff id has 1-64 small letters, digits or hyphens.");

    public static readonly RefusalCode NameInvalid = new(
        RefusalKind.Invalid, "staff-name-invalid", "Họ tên có 1–200 ký tự.", "The name has 1-200 characters.");

    public static readonly RefusalCode ContactInvalid = new(
        RefusalKind.Invalid, "staff-contact-invalid", "Địa chỉ thư hoặc số điện thoại không đúng.", "The e-mail address or telephone number is not right.");

    public static readonly RefusalCode TooManyDuties = new(
        RefusalKind.Invalid, "staff-duties-too-many", "Một người có nhiều nhất {0} nhiệm vụ, kể cả nhiệm vụ đã hết hạn.",
        "One person has at most {0} duties, past ones included.");

    public static readonly RefusalCode RoleNotAppointed = new(
        RefusalKind.Invalid, "staff-role-not-appointed", "Vai trò «{0}» không do danh bạ phân công.", "The role '{0}' is not appointed in the directory.");

    public static readonly RefusalCode DatesReversed = new(
        RefusalKind.Invalid, "staff-dates-reversed", "Ngày kết thúc phải không sớm hơn ngày bắt đầu.", "The last day must not come before the first.");

    public static readonly RefusalCode OfficeUnknown = new(
        RefusalKind.Unprocessable, "staff-office-unknown", "Không có cơ quan mang mã {0} trong thời gian phân công.",
        "There is no office {0} at the time of the appointment.");

    public static readonly RefusalCode DeskTerm = new(
        RefusalKind.Unprocessable, "staff-desk-term", "Cán bộ một cửa được phân công từ {0} đến {1} tháng, phải có ngày kết thúc.",
        "Work at the desk is appointed for {0} to {1} months and has a last day.");

    public static readonly RefusalCode SystemApart = new(
        RefusalKind.Unprocessable, "staff-system-apart", "Hệ thống kết nối chỉ có một vai trò «hệ thống kết nối» trên toàn tỉnh và không có vai trò khác.",
        "A connected system has the role System for the whole province and no other.");

    public static readonly RefusalCode PositionInvalid = new(
        RefusalKind.Invalid, "staff-position-invalid", "Chức vụ có 1–100 ký tự.", "The title of a position has 1-100 characters.");

    public static readonly RefusalCode LeaderWithoutPosition = new(
        RefusalKind.Unprocessable, "staff-leader-without-position", "Lãnh đạo ký văn bản phải có chức vụ được ký (Nghị định 30/2020/NĐ-CP, Điều 13).",
        "A leader who signs has a position that may sign.");

    public static readonly RefusalCode OwnRights = new(
        RefusalKind.Forbidden, "staff-own-rights", "Không ai tự thay đổi nhiệm vụ của mình. Hãy nhờ quản trị viên khác.",
        "Nobody changes their own duties. Ask another administrator.");

    public static readonly RefusalCode BeyondYourOffice = new(
        RefusalKind.Forbidden, "staff-beyond-your-office", "Bạn không quản trị cơ quan {0}, nên không thể thêm hoặc bớt nhiệm vụ ở đó.",
        "You do not administer {0}, so you can neither add nor end duties there.");

    public static readonly RefusalCode AddressMismatch = new(
        RefusalKind.Invalid, "staff-address-mismatch", "Mã trong nội dung phải trùng với địa chỉ yêu cầu.",
        "The id in the body must be the one in the address.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "staff-changed",
        "Người này đã có trong danh bạ hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match với ETag mới.",
        "This person is in the directory already or was changed by somebody else. Read it again and send If-Match with the new ETag.");

    public static readonly RefusalCode ListWithoutOffice = new(
        RefusalKind.Invalid, "staff-list-without-office", "Hãy cho biết cơ quan bằng tham số «office». Bạn có quyền xem: {0}.",
        "Say which office: ?office=. Yours are: {0}.");

    public static readonly RefusalCode OutOfScope = new(
        RefusalKind.Forbidden, "staff-out-of-scope", "Bạn không được xem danh bạ của cơ quan {0}.", "The staff of {0} are not within your scope.");
}
