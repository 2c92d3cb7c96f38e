using System.Globalization;
using System.Text;

namespace PublicAdmin.Platform;

/// <summary>Vietnamese as people type it in a hurry: no tone marks, no hooks, đ as d, lower case. "Đăng ký khai sinh" → "dang ky khai sinh".</summary>
public static class AccentFolding
{
    private static readonly System.Buffers.SearchValues<char> Apostrophes = System.Buffers.SearchValues.Create("'’‘ʼʹ`´′");

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WrittenText.Clean(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a text: runs of letters and digits.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (end > start)
            {
                yield return folded[start..end];
                start = end;
            }
        }
    }

    /// <summary>The words a text is found by: also those whose apostrophe was left out, so that "ykong" finds "Y'Kông".</summary>
    public static IEnumerable<string> WordsToFind(string text) => text.AsSpan().ContainsAny(Apostrophes)
        ? Words(text).Concat(Words(string.Concat(text.Where(c => !Apostrophes.Contains(c))))).Distinct()
        : Words(text);

    /// <summary>Whether every word of what was typed begins a word of the text.</summary>
    public static bool Finds(string typed, string text)
    {
        var words = WordsToFind(text).ToList();
        return Words(typed).All(wanted => words.Exists(word => word.StartsWith(wanted, StringComparison.Ordinal)));
    }
}
