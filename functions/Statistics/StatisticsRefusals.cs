using PublicAdmin.Platform;

namespace PublicAdmin.Statistics;

/// <summary>Why the books say no.</summary>
public static class StatisticsRefusals
{
    public static readonly RefusalCode BooksUnbalanced = new(
        RefusalKind.Conflict,
        "books-unbalanced",
        "Số liệu chưa cân đối ở {0} chỗ nên kỳ này chưa được công bố. Xem «findings» để biết đơn vị, chỉ tiêu, phần chênh lệch và mã hồ sơ cần xem trước.",
        "The books do not balance in {0} places, so this period is not published. See 'findings' for the office, the number, the difference and the dossiers "
            + "to look at first.");

    public static readonly RefusalCode PaymentsOpen = new(
        RefusalKind.Conflict,
        "payments-unreconciled",
        "Còn {0} chênh lệch đối soát thanh toán trong kỳ nên kỳ này chưa được công bố. Xem «references» để biết mã tham chiếu.",
        "{0} payment differences of the period are open, so it is not published. See 'references'.");

    public static readonly RefusalCode DossiersNotYours = new(
        RefusalKind.Forbidden,
        "dossiers-not-yours",
        "Bạn không có quyền xem danh sách hồ sơ của cơ quan {0}. Số tổng hợp thì ai cũng xem được.",
        "You may not see the dossiers of office {0}. Totals are open to everybody.");

    public static readonly RefusalCode WholeProvince = new(
        RefusalKind.Forbidden,
        "statistics-of-whole-province",
        "Việc này dành cho người giám sát, thanh tra hoặc quản trị toàn tỉnh.",
        "This is for supervisors, auditors or administrators of the whole province.");

    public static readonly RefusalCode PeriodInvalid = new(
        RefusalKind.Invalid,
        "period-invalid",
        "«{0}» không phải một kỳ: cần «from» và «to» (yyyy-MM-dd, không quá 366 ngày, không bắt đầu trong tương lai), hoặc «period» là yyyy-MM, yyyy-Qn, yyyy.",
        "'{0}' is no period: give 'from' and 'to' (yyyy-MM-dd, at most 366 days, not beginning in the future), or a 'period' such as yyyy-MM, yyyy-Qn, yyyy.");

    public static readonly RefusalCode NumberUnknown = new(
        RefusalKind.Invalid, "number-unknown", "Không có chỉ tiêu «{0}». Danh sách: GET /api/statistics/definitions.",
        "There is no number '{0}'. The list: GET /api/statistics/definitions.");

    public static readonly RefusalCode FormUnknown = new(
        RefusalKind.NotFound, "report-form-unknown", "Không có biểu mẫu {0}; có: {1}.", "There is no report form {0}; there are: {1}.");

    public static readonly RefusalCode ReminderEmpty = new(
        RefusalKind.Invalid, "reminder-empty", "Đôn đốc phải nêu mã hồ sơ (1 đến {0}) hoặc tên chỉ tiêu.", "A reminder names dossiers (1 to {0}) or a number.");

    public static readonly RefusalCode AnswerDayPast = new(
        RefusalKind.Invalid, "answer-day-past", "Ngày phải là hôm nay hoặc sau hôm nay.", "The day must be today or later.");

    public static readonly RefusalCode ReminderUnknown = new(
        RefusalKind.NotFound, "reminder-not-found", "Không có đôn đốc {0} ở cơ quan này.", "There is no reminder {0} at this office.");

    public static readonly RefusalCode ReminderAnswered = new(
        RefusalKind.Conflict, "reminder-answered", "Đôn đốc {0} đã được trả lời.", "Reminder {0} has been answered.");

    public static readonly RefusalCode PeriodRunning = new(
        RefusalKind.Conflict, "period-running", "Kỳ {0} chưa kết thúc nên chưa khóa số được.", "Period {0} is not over yet, so it cannot be frozen.");

    public static readonly RefusalCode NotPublished = new(
        RefusalKind.NotFound, "not-published", "Chưa công bố gì với tên {0}.", "Nothing is published under the name {0}.");
}
