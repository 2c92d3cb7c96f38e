using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace PublicAdmin.Platform;

/// <summary>What a field of a form must look like. Each answers the refusal, or null when the field is good.</summary>
public static class Fields
{
    private const int LongestEmail = 200;

    /// <summary>A text that must be there, of at most so many characters.</summary>
    public static Refusal? Text(string field, string? value, int max) =>
        string.IsNullOrWhiteSpace(value) ? FieldRefusals.Missing.At(field, field) : Length(field, value, max);

    /// <summary>As <see cref="Text"/>, and of one line: what is printed on official papers.</summary>
    public static Refusal? Line(string field, string? value, int max) => Text(field, value, max) ?? OptionalLine(field, value, max);

    /// <summary>As <see cref="Line"/>, or absent.</summary>
    public static Refusal? OptionalLine(string field, string? value, int max) =>
        Length(field, value, max) ?? (value is null || IsLine(value) ? null : FieldRefusals.NotALine.At(field, field));

    public static Refusal? Length(string field, string? value, int max) =>
        value?.Length > max ? FieldRefusals.TooLong.At(field, field, max) : null;

    /// <summary>Nothing that ends the line, and nothing that is not seen: a name that reads otherwise than it is stored misleads whoever signs.</summary>
    public static bool IsLine(string value) => WrittenText.IsPlain(value) || !value.EnumerateRunes().Any(letter => Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>One bare address a mail server takes: no name before it, no second one behind it, ASCII before the @ (RFC 5321 section 4.1.2).</summary>
    public static bool IsEmail(string value) =>
        value.Length <= LongestEmail && MailAddress.TryCreate(value, out var read) && read.Address == value && read.User.All(char.IsAscii);
}
