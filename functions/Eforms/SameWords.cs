using System.Globalization;
using System.Text.RegularExpressions;

namespace PublicAdmin.Eforms;

/// <summary>Whether two texts say the same to a reader: capitals, spaces and commas aside; marks and letters count.</summary>
internal static partial class SameWords
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public static bool Are(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || Vietnamese.Compare(Flat(one), Flat(other), CompareOptions.IgnoreCase) is 0;

    private static string Flat(string text) => Gaps().Replace(text.Normalize(), " ").Trim();

    [GeneratedRegex(@"[\s,]+")]
    private static partial Regex Gaps();
}
