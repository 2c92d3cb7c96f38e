namespace PublicAdmin.Platform;

/// <summary>What can be wrong with a field of any form.</summary>
public static class FieldRefusals
{
    public static readonly RefusalCode Missing = new(
        RefusalKind.Invalid, "field-missing", "Thiếu nội dung trường «{0}».", "The field '{0}' is missing.");

    public static readonly RefusalCode TooLong = new(
        RefusalKind.Invalid, "field-too-long", "Trường «{0}» dài quá {1} ký tự.", "The field '{0}' is longer than {1} characters.");

    public static readonly RefusalCode NotALine = new(
        RefusalKind.Invalid, "field-not-a-line", "Trường «{0}» phải là một dòng chữ, không có ký tự điều khiển hoặc ký tự ẩn.",
        "The field '{0}' must be one line of text, without control or invisible characters.");

    public static readonly RefusalCode Negative = new(
        RefusalKind.Invalid, "field-negative", "Trường «{0}» không được âm.", "The field '{0}' may not be negative.");

    public static readonly RefusalCode NumberInvalid = new(
        RefusalKind.Invalid, "field-number-invalid", "Trường «{0}» phải từ {1} đến {2}.", "The field '{0}' must be between {1} and {2}.");

    public static readonly RefusalCode OneOfTwo = new(
        RefusalKind.Invalid, "field-one-of-two", "Chỉ gửi một trong hai trường «{0}», «{1}».", "Send one of the fields '{0}' and '{1}', not both.");

    public static readonly RefusalCode Unprintable = new(
        RefusalKind.Unprocessable, "letters-unprintable", "Không in được các ký tự: {0}. Hãy viết lại bằng chữ Quốc ngữ.",
        "These letters cannot be printed: {0}. Write them in Latin letters.");

    public static readonly RefusalCode CountInvalid = new(
        RefusalKind.Invalid, "field-count-invalid", "Trường «{0}» phải có từ 1 đến {1} mục.", "The field '{0}' must hold 1 to {1} entries.");
}
