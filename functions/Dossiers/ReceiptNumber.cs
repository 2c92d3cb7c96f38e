using System.Globalization;
using System.Text.RegularExpressions;

namespace PublicAdmin.Dossiers;

/// <summary>Ký hiệu và số biên lai of this system's own books: one book for each office and year, such as <c>BL26-H18.61 0000123</c>.</summary>
public static partial class ReceiptNumber
{
    public static string Of(string office, int year, long number) => string.Create(CultureInfo.InvariantCulture, $"BL{year % 100:00}-{office} {number:D7}");

    /// <summary>Whether a number somebody typed looks like one of these: nobody types them.</summary>
    public static bool IsOurs(string text) => Pattern().IsMatch(text.Trim());

    [GeneratedRegex(@"^BL[0-9]{2}-[A-Z][0-9.]+\s*[0-9]+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
