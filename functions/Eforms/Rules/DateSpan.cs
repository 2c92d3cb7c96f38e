using System.Globalization;

namespace PublicAdmin.Eforms.Rules;

/// <summary>What is known of a date: a day, a month or a year, as the days it may be.</summary>
internal readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    public const int EarliestYear = 1800;
    public const int LatestYear = 2199;

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd; null for anything else.</summary>
    public static DateSpan? Parse(string text)
    {
        var year = Digits(text, 0, 4);
        if (year is < EarliestYear or > LatestYear)
        {
            return null;
        }

        if (text.Length == 4)
        {
            return new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        if (text.Length is not (7 or 10) || text[4] != '-' || Digits(text, 5, 2) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        var length = DateTime.DaysInMonth(year, month);
        if (text.Length == 7)
        {
            return new(new DateOnly(year, month, 1), new DateOnly(year, month, length));
        }

        return text[7] == '-' && Digits(text, 8, 2) is >= 1 and var day && day <= length ? new DateSpan(new(year, month, day), new(year, month, day)) : null;
    }

    /// <summary>The words a register writes beside the figures; what is not known is left out.</summary>
    public string InWords() =>
        First == Last ? $"Ngày {VietnameseNumbers.Read(First.Day)} tháng {Month} năm {Year}"
        : First.Month == Last.Month ? $"Tháng {Month} năm {Year}"
        : $"Năm {Year}";

    public override string ToString() => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Month => First.Month is 4 ? "tư" : VietnameseNumbers.Read(First.Month);

    private string Year => VietnameseNumbers.Read(First.Year);

    private static int Digits(string text, int at, int count)
    {
        if (text.Length < at + count)
        {
            return -1;
        }

        var number = 0;
        for (var n = at; n < at + count; n++)
        {
            if (!char.IsAsciiDigit(text[n]))
            {
                return -1;
            }

            number = (number * 10) + text[n] - '0';
        }

        return number;
    }
}
