using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>Why a rating is not taken.</summary>
public static class RatingRefusals
{
    public static readonly RefusalCode NotReturned = new(
        RefusalKind.Conflict, "rating-before-return", "Hồ sơ {0} chưa trả kết quả nên chưa đánh giá được.",
        "Dossier {0} has not been returned yet, so it cannot be rated.");

    public static readonly RefusalCode TooLate = new(
        RefusalKind.Conflict, "rating-too-late", "Chỉ đánh giá được trong 30 ngày kể từ ngày trả kết quả.",
        "A dossier can be rated within 30 days of its return.");

    public static readonly RefusalCode NotAgain = new(
        RefusalKind.Conflict, "rating-given", "Đã đánh giá; chỉ sửa được một lần, trong 7 ngày.",
        "It has been rated; a rating can be changed once, within 7 days.");

    public static readonly RefusalCode AnswerUnknown = new(
        RefusalKind.Invalid, "rating-answer-unknown", "Câu trả lời «{0}» không có trong bộ câu hỏi hoặc ngoài khoảng cho phép.",
        "The answer '{0}' is not of the question set or out of its range.");
}
