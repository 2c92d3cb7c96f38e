using System.Globalization;

namespace PublicAdmin.Forms;

/// <summary>
/// Số tiền bằng chữ, as receipts say it: thousands, millions and billions (tỷ) by threes; "không trăm", "linh", "mốt", "tư" and "lăm" where Vietnamese
/// says them, and "đồng" at the end.
/// </summary>
public static class AmountWords
{
    public const long Most = 999_999_999_999_999;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Ranks = ["", " nghìn", " triệu"];
    private const long Billion = 1_000_000_000;

    /// <param name="amount">Đồng, 0 to <see cref="Most"/>.</param>
    public static string Of(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Most);
        var words = amount is 0 ? Digits[0] : Whole(amount);
        return $"{char.ToUpper(words[0], CultureInfo.InvariantCulture)}{words[1..]} đồng";
    }

    private static string Whole(long amount) => amount < Billion
        ? Below(amount, full: false)
        : string.Join(
            ' ', new[] { $"{Below(amount / Billion, full: false)} tỷ", amount % Billion is 0 ? "" : Below(amount % Billion, full: true) }.Where(
                part => part.Length > 0));

    // Below a billion: three groups, an empty one unsaid. Behind another group each is said in full: "không trăm linh năm".
    private static string Below(long amount, bool full)
    {
        var parts = new List<string>();
        for (var rank = 2; rank >= 0; rank--)
        {
            var group = (int)(amount / Power(rank) % 1_000);
            if (group > 0)
            {
                parts.Add(Group(group, full || parts.Count > 0) + Ranks[rank]);
            }
        }

        return string.Join(' ', parts);
    }

    private static long Power(int rank) => rank switch { 2 => 1_000_000, 1 => 1_000, _ => 1 };

    private static string Group(int group, bool full)
    {
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        var parts = new List<string>();
        if (full || hundreds > 0)
        {
            parts.Add($"{Digits[hundreds]} trăm");
        }

        if (tens > 1)
        {
            parts.Add($"{Digits[tens]} mươi");
        }
        else if (tens is 1)
        {
            parts.Add("mười");
        }
        else if (ones > 0 && parts.Count > 0)
        {
            parts.Add("linh");
        }

        if (ones > 0)
        {
            parts.Add(OnesOf(ones, tens));
        }

        return string.Join(' ', parts);
    }

    private static string OnesOf(int ones, int tens) => (ones, tens) switch
    {
        (1, > 1) => "mốt",
        (4, > 1) => "tư",
        (5, > 0) => "lăm",
        _ => Digits[ones],
    };
}
