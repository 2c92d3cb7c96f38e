using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>What can be wrong with a ladder or with office hours an administrator enters.</summary>
public static class RegisterRefusals
{
    public static readonly RefusalCode NotInFuture = new(
        RefusalKind.Unprocessable, "change-not-in-future", "Thay đổi phải có hiệu lực từ ngày mai trở đi; việc đã tính không được tính lại.",
        "A change takes effect tomorrow or later; what was counted is not counted anew.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "reference-version-changed",
        "Bản có hiệu lực từ ngày này đã có hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match với ETag mới.",
        "A version from this day exists already or was changed by somebody else. Read it again and send If-Match with the new ETag.");

    public static readonly RefusalCode AddressMismatch = new(
        RefusalKind.Invalid, "reference-address-mismatch", "Nội dung phải trùng với địa chỉ yêu cầu: {0}.", "The body must say what the address says: {0}.");

    public static readonly RefusalCode VersionUnknown = new(
        RefusalKind.NotFound, "reference-version-unknown", "Không có bản nào có hiệu lực từ ngày này.", "There is no version from this day.");

    public static readonly RefusalCode ProcedureUnknown = new(
        RefusalKind.Unprocessable, "procedure-not-in-force", "Không có thủ tục {0} đang hiệu lực. Ghi * cho mọi thủ tục.",
        "No procedure {0} is in force. Write * for all.");

    public static readonly RefusalCode RungTwice = new(
        RefusalKind.Invalid, "rung-code-twice", "Mỗi nấc phải có mã riêng.", "Each rung has a code of its own.");

    public static readonly RefusalCode RungCodeUnfit = new(
        RefusalKind.Invalid, "rung-code-unfit", "Mã nấc gồm chữ thường, số và gạch nối, tối đa 40 ký tự; intake và posting-ends đã dành riêng.",
        "A rung's code is lower-case letters, digits and hyphens, at most 40; intake and posting-ends are taken.");

    public static readonly RefusalCode RungAmountUnfit = new(
        RefusalKind.Invalid, "rung-amount-unfit", "Nấc tính theo phần trăm: 1–99; trước hạn: 1–30 ngày làm việc; sau hạn: 0–30 ngày làm việc.",
        "A rung in per cent: 1 to 99; before the end: 1 to 30 working days; after it: 0 to 30 working days.");

    public static readonly RefusalCode RungTellsNobody = new(
        RefusalKind.Invalid, "rung-tells-nobody",
        "Mỗi nấc phải báo cho ít nhất một nơi nhận: {{\"who\": \"handler\"}}, hoặc một vai trò tại holding, receipt, competent hay một cơ quan.",
        "Each rung tells at least one: {{\"who\": \"handler\"}}, or a role at holding, receipt, competent or an office.");

    public static readonly RefusalCode LadderTooShort = new(
        RefusalKind.Unprocessable, "ladder-too-short",
        "Phải có một nấc trước hạn soạn thư xin lỗi (Mẫu 04, Nghị định 107/2021/NĐ-CP) và một nấc đúng lúc hết hạn.",
        "There must be a rung before the end that drafts the apology (form 04, Decree 107/2021) and one at the end itself.");

    public static readonly RefusalCode SeasonUnfit = new(
        RefusalKind.Invalid, "season-unfit", "Ngày đầu và ngày cuối mùa ghi dạng MM-dd, ví dụ 04-16.",
        "A season's first and last day are written MM-dd, such as 04-16.");

    public static readonly RefusalCode ShiftsUnfit = new(
        RefusalKind.Invalid, "shifts-unfit", "Mỗi ngày có 1–{0} ca theo thứ tự, không chồng nhau, tổng cộng 4–10 giờ.",
        "A day has 1 to {0} shifts in order, apart from each other, 4 to 10 hours in all.");

    public static readonly RefusalCode YearNotCovered = new(
        RefusalKind.Invalid, "year-not-covered", "Các mùa phải phủ kín cả năm, mỗi ngày một lần; ngày {0} có {1} mùa.",
        "The seasons cover the whole year, each day once; {0} has {1}.");
}
