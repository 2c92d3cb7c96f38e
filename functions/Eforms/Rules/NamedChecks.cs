using System.Globalization;
using System.Text;

namespace PublicAdmin.Eforms.Rules;

/// <summary>The checks that have a name of their own, because a tree of comparisons could not say them.</summary>
internal static class NamedChecks
{
    public const int LongestName = 100;

    private const int PersonalNumberLength = 12;

    /// <summary>Letters of any people's writing with their marks, spaces, hyphens, apostrophes (Civil Code 2015, Article 26(3)).</summary>
    public static bool IsPersonName(string name) =>
        name.Length <= LongestName && HasOnlyLetters(name);

    /// <summary>Twelve figures, of whatever meaning.</summary>
    public static bool IsPersonalNumber(string number) => number.Length == PersonalNumberLength && !number.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether two names begin with the same word: the family name.</summary>
    public static Truth SameFirstWord(Value a, Value b) =>
        a.Kind is not ValueKind.Text || b.Kind is not ValueKind.Text
            ? Truth.Unknown
            : Truths.Of(SameWord(FirstWord(a.Text), FirstWord(b.Text)));

    /// <summary>
    /// Whether a personal number agrees with year of birth and sex: its fourth digit says century and sex, the two behind it the year
    /// (Circular 59/2021/TT-BCA, Article 4). Old registers have errors, so this only ever warns.
    /// </summary>
    public static Truth PersonalNumberFits(Value number, Value birth, Value sex)
    {
        var born = birth.AsDays();
        if (number.Kind is not ValueKind.Text || born.Kind is not ValueKind.Days || sex.Kind is not ValueKind.Text || !IsPersonalNumber(number.Text!))
        {
            return Truth.Unknown;
        }

        var digit = number.Text![3] - '0';
        var year = 1900 + (digit / 2 * 100) + int.Parse(number.Text.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var sexes = sex.Text is "1" or "2" ? Truths.Of(digit % 2 == (sex.Text is "1" ? 0 : 1)) : Truth.Unknown;
        return Comparing.Equal(Value.Number(year), Value.Number(born.First.Year, born.Last.Year)).And(sexes);
    }

    private static bool HasOnlyLetters(string name)
    {
        var letters = false;
        foreach (var letter in name.EnumerateRunes())
        {
            if (!IsOfName(letter))
            {
                return false;
            }

            letters = letters || Rune.IsLetter(letter);
        }

        return letters;
    }

    // Whole letters, not halves: the script of the Mông lies beyond the first plane.
    private static bool IsOfName(Rune letter) => Rune.IsLetter(letter) || letter.Value is '\'' or '’' or ' ' or '-' || Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool SameWord(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b) || string.Equals(a.ToString().ToLowerInvariant(), b.ToString().ToLowerInvariant(), StringComparison.Ordinal);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name)
    {
        name = name.TrimStart();
        var end = 0;
        while (end < name.Length && !char.IsWhiteSpace(name[end]))
        {
            end++;
        }

        return name[..end];
    }
}
