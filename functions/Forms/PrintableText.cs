using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms;

/// <summary>Which letters the office's typeface has: what will stand on a paper is refused before, never printed with a letter replaced by another.</summary>
public static class PrintableText
{
    /// <summary>The letters the typeface lacks, each once and with its number; composed first, as they are printed.</summary>
    public static IReadOnlyList<string> Unprintable(string? text) =>
    [
        .. (text ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes()
            .Where(rune => !Rune.IsWhiteSpace(rune) && OfficeFonts.Of(Face.Regular).GlyphOf(rune) == 0).Distinct()
            .Select(rune => string.Create(CultureInfo.InvariantCulture, $"«{rune}» (U+{rune.Value:X4})")),
    ];

    /// <summary>The refusal for a text that will stand on a paper; null when every letter can be printed.</summary>
    public static Refusal? Objection(string field, string? text) =>
        Unprintable(text) is { Count: > 0 } letters ? FieldRefusals.Unprintable.At(field, string.Join(", ", letters)) : null;

    /// <summary>As <see cref="Fields.Text"/>, for what is printed.</summary>
    public static Refusal? Text(string field, string? value, int max) => Fields.Text(field, value, max) ?? Objection(field, value);

    /// <summary>As <see cref="Fields.Line"/>, for what is printed.</summary>
    public static Refusal? Line(string field, string? value, int max) => Fields.Line(field, value, max) ?? Objection(field, value);

    /// <summary>As <see cref="Fields.OptionalLine"/>, for what is printed.</summary>
    public static Refusal? OptionalLine(string field, string? value, int max) => Fields.OptionalLine(field, value, max) ?? Objection(field, value);

    /// <summary>As <see cref="Fields.Length"/>, for what is printed.</summary>
    public static Refusal? Length(string field, string? value, int max) => Fields.Length(field, value, max) ?? Objection(field, value);
}
