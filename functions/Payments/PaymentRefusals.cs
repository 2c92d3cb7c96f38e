using PublicAdmin.Platform;

namespace PublicAdmin.Payments;

/// <summary>What stands against paying, and against what a platform says.</summary>
public static class PaymentRefusals
{
    public static readonly RefusalCode AmountUnknown = new(
        RefusalKind.Conflict, "payment-amount-unknown", "Số tiền của hồ sơ {0} chưa được xác định; hãy chờ cơ quan xác định phí.",
        "The amount of dossier {0} is not known yet; the office has to assess it first.");

    public static readonly RefusalCode NoPlatform = new(
        RefusalKind.Unavailable, "payment-online-unavailable", "Hiện chưa thanh toán trực tuyến được. Bạn có thể nộp tiền tại quầy.",
        "Paying online is not possible now. The fee can be paid at the desk.");

    public static readonly RefusalCode NoOrder = new(
        RefusalKind.NotFound, "payment-order-none", "Hồ sơ {0} chưa có yêu cầu thanh toán.", "Dossier {0} has no payment order.");

    public static readonly RefusalCode Forged = new(
        RefusalKind.Unauthenticated, "payment-forged", "Chữ ký của thông báo thanh toán không đúng.", "The signature of the payment notice does not hold.");

    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "payment-unknown", "Không có yêu cầu thanh toán {0}.", "There is no payment order {0}.");

    public static readonly RefusalCode AmountDiffers = new(
        RefusalKind.Unprocessable, "payment-amount-differs", "Số tiền hoặc loại tiền khác với yêu cầu thanh toán {0}.",
        "Amount or currency differs from payment order {0}.");

    public static readonly RefusalCode Doubled = new(
        RefusalKind.Conflict, "payment-doubled", "Yêu cầu thanh toán {0} đã được nộp bằng giao dịch khác; khoản sau phải hoàn trả.",
        "Payment order {0} was paid by another transaction; the later one has to go back.");

    public static readonly RefusalCode Stale = new(
        RefusalKind.Unprocessable, "payment-stale", "Thông báo thanh toán cũ quá 10 phút và nền tảng chưa xác nhận khi được hỏi lại.",
        "The payment notice is older than ten minutes, and the platform does not confirm it when asked.");

    public static readonly RefusalCode NotYourOffice = new(
        RefusalKind.Forbidden, "payment-not-your-office", "Cơ quan {0} không thuộc phạm vi của bạn.", "Office {0} is not within your scope.");

    public static readonly RefusalCode DayClosed = new(
        RefusalKind.Conflict, "cash-day-closed", "Sổ thu tiền mặt ngày {0} của bạn đã khóa; khoản này thu sang ngày làm việc sau.",
        "Your cash book of {0} is closed; take this money on the next working day.");

    public static readonly RefusalCode DayOpen = new(
        RefusalKind.Conflict, "cash-day-busy", "Còn khoản thu đang ghi dở. Hãy khóa sổ lại sau ít phút.",
        "An entry is still being written. Close the book again in a few minutes.");

    public static readonly RefusalCode DayAhead = new(
        RefusalKind.Unprocessable, "cash-day-ahead", "Chưa đến ngày {0}.", "The day {0} has not come yet.");

    public static readonly RefusalCode DifferenceUnexplained = new(
        RefusalKind.Unprocessable, "cash-difference-unexplained", "Tiền đếm được khác sổ {0} đồng; phải ghi lý do.",
        "The money counted differs from the book by {0} VND; say why.");

    public static readonly RefusalCode RefundThere = new(
        RefusalKind.Conflict, "refund-there", "Giao dịch {0} đã có đề nghị hoàn trả.", "A refund of transaction {0} has been asked for already.");

    public static readonly RefusalCode NothingToRefund = new(
        RefusalKind.Conflict, "refund-nothing",
        "Giao dịch {0} không có khoản hoàn trả: không phải nộp thừa, và khoản thu của hồ sơ chưa quyết toán là hoàn trả.",
        "Nothing of transaction {0} can go back: it is no excess, and the account of the dossier was not closed with a refund.");

    public static readonly RefusalCode ExcessGoesWhole = new(
        RefusalKind.Invalid, "refund-not-whole", "Khoản nộp thừa của giao dịch {0} phải hoàn trả đủ {1} đồng trong một lần.",
        "The excess of transaction {0} goes back whole, at once: {1} VND.");

    public static readonly RefusalCode OwnRefund = new(
        RefusalKind.Forbidden, "refund-own", "Người đề nghị hoàn trả {0} không được tự duyệt.", "Whoever asked for refund {0} cannot approve it.");

    public static readonly RefusalCode RefundDecided = new(
        RefusalKind.Conflict, "refund-decided", "Đề nghị hoàn trả {0} đã có quyết định.", "Refund {0} has been decided already.");

    public static readonly RefusalCode NoDifference = new(
        RefusalKind.NotFound, "payment-difference-none", "Ngày này không có chênh lệch {0}.", "There is no difference {0} on that day.");

    public static readonly RefusalCode NotReconciled = new(
        RefusalKind.NotFound, "payment-day-unreconciled", "Ngày {0} chưa đối soát.", "The day {0} is not reconciled yet.");
}
