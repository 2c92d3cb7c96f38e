namespace PublicAdmin.Eforms.Rules;

/// <summary>Numbers read out, 1 to 9,999: mười lăm, hai mươi mốt, hai nghìn không trăm linh bốn.</summary>
internal static class VietnameseNumbers
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly string?[] Said = new string?[10_000];

    public static string Read(int number) => Said[number] ??= Make(number);

    private static string Make(int number)
    {
        var words = new List<string>();
        if (number >= 1_000)
        {
            words.AddRange([Digits[number / 1_000], "nghìn"]);
        }

        if (number % 1_000 is > 0 and var rest)
        {
            if (rest >= 100 || number >= 1_000)
            {
                words.AddRange([Digits[rest / 100], "trăm"]);
            }

            words.AddRange(Tens(rest % 100, after: number >= 100));
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<string> Tens(int number, bool after) => (number / 10, number % 10) switch
    {
        (0, 0) => [],
        (0, var one) => after ? ["linh", one is 4 ? "tư" : Digits[one]] : [Digits[one]],
        (1, var one) => ["mười", .. Ones(one, "một")],
        (var ten, var one) => [Digits[ten], "mươi", .. Ones(one, "mốt", four: "tư")],
    };

    private static IEnumerable<string> Ones(int one, string first, string four = "bốn") => one switch
    {
        0 => [],
        1 => [first],
        4 => [four],
        5 => ["lăm"],
        _ => [Digits[one]],
    };
}
