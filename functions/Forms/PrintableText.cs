using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms;

/// <summary>Which letters the office's typeface has: a paper is never signed with a letter replaced by another.</summary>
public static class PrintableText
{
    public static readonly RefusalCode Unfit = new(
        RefusalKind.Unprocessable, "letters-unprintable", "Không in được các ký tự: {0}. Hãy viết lại bằng chữ Quốc ngữ.",
        "These letters cannot be printed: {0}. Write them in Latin letters.");

    /// <summary>The letters the typeface lacks, each once and with its number; composed first, as they are printed.</summary>
    public static IReadOnlyList<string> Unprintable(string? text) =>
    [
        .. (text ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes()
            .Where(rune => !Rune.IsWhiteSpace(rune) && OfficeFonts.Of(Face.Regular).GlyphOf(rune) == 0).Distinct()
            .Select(rune => string.Create(CultureInfo.InvariantCulture, $"«{rune}» (U+{rune.Value:X4})")),
    ];

    /// <summary>The refusal for a text that will stand on a paper; null when every letter can be printed.</summary>
    public static Refusal? Objection(string field, string? text) => Unprintable(text) is { Count: > 0 } letters ? Unfit.At(field, string.Join(", ", letters)) : null;
}
