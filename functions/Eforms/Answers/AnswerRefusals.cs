using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>What can be wrong with one answer; all that is wrong with a form is said at once, in both languages.</summary>
public static class AnswerRefusals
{
    public static readonly RefusalCode Missing = new(RefusalKind.Invalid, "answer-missing", "Chưa khai «{0}».", "'{0}' has not been filled in.");

    public static readonly RefusalCode Unknown = new(
        RefusalKind.Invalid, "answer-unknown", "Biểu mẫu không có trường «{0}».", "The form has no field '{0}'.");

    public static readonly RefusalCode WrongKind = new(
        RefusalKind.Invalid, "answer-kind", "«{0}» không đúng kiểu dữ liệu của trường.", "'{0}' is not the kind of value this field holds.");

    public static readonly RefusalCode TooLong = new(RefusalKind.Invalid, "answer-too-long", "«{0}» dài quá {1} ký tự.",
        "'{0}' is longer than {1} characters.");

    public static readonly RefusalCode NotALine = new(
        RefusalKind.Invalid, "answer-not-a-line", "«{0}» có ký tự điều khiển hoặc ký tự ẩn.", "'{0}' has control or invisible characters.");

    public static readonly RefusalCode Pattern = new(RefusalKind.Invalid, "answer-pattern", "«{0}» không đúng mẫu.", "'{0}' does not have the right form.");

    public static readonly RefusalCode Name = new(
        RefusalKind.Invalid, "answer-name", "«{0}» chỉ gồm chữ cái, dấu cách, gạch nối; tối đa 100 ký tự.",
        "'{0}' has letters, spaces and hyphens only, at most 100.");

    public static readonly RefusalCode Date = new(
        RefusalKind.Invalid, "answer-date", "«{0}» phải là một ngày có thật, dạng năm-tháng-ngày (2026-11-28).", "'{0}' must be a day such as 2026-11-28.");

    public static readonly RefusalCode PartialDate = new(
        RefusalKind.Invalid, "answer-partial-date", "«{0}» phải là ngày, tháng hoặc năm (2026-11-28, 2026-11, 2026).",
        "'{0}' must be a day, month or year (2026-11-28, 2026-11, 2026).");

    public static readonly RefusalCode Time = new(RefusalKind.Invalid, "answer-time", "«{0}» phải là giờ và phút, dạng 07:30.",
        "'{0}' must be a time such as 07:30.");

    public static readonly RefusalCode Datetime = new(
        RefusalKind.Invalid, "answer-datetime", "«{0}» phải là ngày và giờ, dạng 2026-11-28T07:30.", "'{0}' must be a day and time such as 2026-11-28T07:30.");

    public static readonly RefusalCode PersonalNumber = new(
        RefusalKind.Invalid, "answer-personal-number", "«{0}» gồm đúng 12 chữ số.", "'{0}' has exactly 12 digits.");

    public static readonly RefusalCode Phone = new(
        RefusalKind.Invalid, "answer-phone", "«{0}» bắt đầu bằng 0 hoặc +84, rồi 9 hoặc 10 chữ số.", "'{0}' begins with 0 or +84 and has 9 or 10 more digits.");

    public static readonly RefusalCode Email = new(RefusalKind.Invalid, "answer-email", "«{0}» không phải là địa chỉ thư điện tử.",
        "'{0}' is not an e-mail address.");

    public static readonly RefusalCode Choice = new(
        RefusalKind.Invalid, "answer-choice", "«{0}» có giá trị không nằm trong danh mục.", "'{0}' holds a value that is not on its list.");

    public static readonly RefusalCode CommuneElsewhere = new(
        RefusalKind.Invalid, "answer-commune", "«{0}» không thuộc tỉnh, thành phố đã chọn.", "'{0}' is not in the province chosen.");

    public static readonly RefusalCode NumberRange = new(
        RefusalKind.Invalid, "answer-number", "«{0}» phải là số từ {1} đến {2}, không quá {3} chữ số thập phân.",
        "'{0}' must be a number from {1} to {2} with at most {3} decimals.");

    public static readonly RefusalCode Count = new(RefusalKind.Invalid, "answer-count", "«{0}» phải có từ {1} đến {2} mục.",
        "'{0}' must have {1} to {2} entries.");

    public static readonly RefusalCode Case = new(
        RefusalKind.Invalid, "answer-case", "«{0}» không khớp với trường hợp đã chọn.", "'{0}' does not go with the case chosen.");
}
