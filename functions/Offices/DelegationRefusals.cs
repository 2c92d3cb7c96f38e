using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

/// <summary>Why a duty cannot be lent or a delegation not ended.</summary>
public static class DelegationRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "delegation-unknown", "Không có ủy quyền mang mã {0} trong phạm vi của bạn.", "There is no delegation {0} within your scope.");

    public static readonly RefusalCode RoleNotLent = new(
        RefusalKind.Unprocessable, "delegation-role-not-lent", "Vai trò «{0}» không được ủy quyền.", "The role '{0}' is never lent.");

    public static readonly RefusalCode NotYours = new(
        RefusalKind.Forbidden, "delegation-not-yours",
        "Bạn chỉ ủy quyền được nhiệm vụ của chính mình, trong thời gian mình giữ nhiệm vụ đó; nhiệm vụ được ủy quyền không ủy quyền lại.",
        "You can lend only a duty of your own, for days on which you hold it; a lent duty is not lent on.");

    public static readonly RefusalCode ReceiverUnknown = new(
        RefusalKind.Unprocessable, "delegation-receiver-unknown", "Danh bạ cán bộ không có người nhận {0}.", "The staff directory has no {0} to lend to.");

    public static readonly RefusalCode ToYourself = new(
        RefusalKind.Invalid, "delegation-to-yourself", "Không thể tự ủy quyền cho mình.", "Nobody lends to themselves.");

    public static readonly RefusalCode PositionCannotSign = new(
        RefusalKind.Unprocessable, "delegation-position-cannot-sign",
        "Người nhận ({0}) không giữ chức vụ được ký thay, ký thừa lệnh hoặc ký thừa ủy quyền (Nghị định 30/2020/NĐ-CP, Điều 13).",
        "The receiver ({0}) holds no position that may sign for the agency.");

    public static readonly RefusalCode SigningUnfit = new(
        RefusalKind.Unprocessable, "delegation-signing-unfit",
        "Hãy chọn hình thức ký phù hợp với chức vụ của người nhận: KT. hoặc Q. cho cấp phó; TL. hoặc TUQ. cho cấp phó, người đứng đầu đơn vị; không chọn cho "
            + "vai trò không ký.",
        "Choose a form of signing that fits the receiver's position: forTheHead or acting for a deputy, byOrder or byAuthority for a deputy or a unit's head; "
            + "none for a role that does not sign.");

    public static readonly RefusalCode DatesInvalid = new(
        RefusalKind.Invalid, "delegation-dates-invalid", "Ủy quyền bắt đầu từ hôm nay trở đi, kết thúc không sớm hơn ngày bắt đầu và dài nhất {0} tháng.",
        "A delegation begins today or later, ends no earlier than it begins and lasts at most {0} months.");

    public static readonly RefusalCode ReasonMissing = new(
        RefusalKind.Invalid, "delegation-reason-missing", "Hãy ghi lý do ủy quyền (1–500 ký tự).", "Give the reason (1-500 characters).");
}
