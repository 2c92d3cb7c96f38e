using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What stands against booking, asking for and giving back money.</summary>
public static class FeeRefusals
{
    public static readonly RefusalCode NothingOwed = new(
        RefusalKind.Conflict, "fee-nothing-owed", "Hồ sơ {0} không còn khoản nào phải nộp.", "Nothing is left to be paid on dossier {0}.");

    public static readonly RefusalCode MoreThanOwed = new(
        RefusalKind.Unprocessable, "fee-more-than-owed", "Số tiền lớn hơn khoản còn phải nộp ({0} đồng). Nếu tính lại phí, hãy xác định lại phí trước.",
        "The amount is more than what is left to be paid ({0} VND). If the fee changes, assess it anew first.");

    public static readonly RefusalCode ReceiptTaken = new(
        RefusalKind.Conflict, "fee-receipt-taken", "Biên lai {0} đã được ghi cho hồ sơ {1}. Mỗi số biên lai chỉ ghi một lần.",
        "Receipt {0} is booked on dossier {1} already. A receipt's number is booked once.");

    public static readonly RefusalCode DutyUnproven = new(
        RefusalKind.Unprocessable, "duty-unproven",
        "Nghĩa vụ tài chính của hồ sơ {0} chưa nộp tại đây; hãy ghi chứng từ đã nộp (số, ngày) trước khi tiếp tục.",
        "The financial duty of dossier {0} is not paid here; name the paper that proves it was paid (number, day) before going on.");

    public static readonly RefusalCode ReturnWaits = new(
        RefusalKind.Conflict, "fee-before-return", "Hồ sơ {0} còn phải nộp {1}. Thu đủ hoặc ghi rõ việc miễn trước khi trả kết quả.",
        "Dossier {0} still owes {1}. Take it, or record why nothing is charged, before the result is handed over.");

    public static readonly RefusalCode ReceiptUnknown = new(
        RefusalKind.Unprocessable, "receipt-unknown", "Hồ sơ {1} không có biên lai {0} do cơ quan lập.",
        "Dossier {1} has no receipt {0} of this office's own book.");

    public static readonly RefusalCode ReceiptGone = new(
        RefusalKind.Conflict, "receipt-gone", "Biên lai {0} đã hủy hoặc thay thế rồi.", "Receipt {0} was cancelled or replaced already.");

    public static readonly RefusalCode OnlineStays = new(
        RefusalKind.Unprocessable, "receipt-online-stays", "Biên lai {0} của khoản nộp trực tuyến chỉ được thay thế; trả lại tiền là việc hoàn trả.",
        "Receipt {0} is for money paid online: it can be replaced, not cancelled; money goes back by a refund.");

    public static readonly RefusalCode ReceiptOurs = new(
        RefusalKind.Unprocessable, "receipt-ours", "Số {0} thuộc sổ biên lai của hệ thống; hãy thu tiền tại quầy để hệ thống cấp số.",
        "Number {0} belongs to this system's own book: take the money at the desk, and the system gives the number.");

    public static readonly RefusalCode NothingToClose = new(
        RefusalKind.Conflict, "fee-nothing-to-close", "Hồ sơ {0} không có khoản thu nào chờ quyết toán.", "Dossier {0} has no account to close.");

    public static readonly RefusalCode CollectorRefunds = new(
        RefusalKind.Forbidden, "fee-collector-refunds", "Người đã thu tiền của hồ sơ {0} không được tự quyết định hoàn trả.",
        "Whoever took the money of dossier {0} cannot decide to give it back.");
}
