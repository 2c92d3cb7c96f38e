namespace PublicAdmin.Processing.Lists;

/// <summary>One Vietnamese phone in its ways to be written: 0912…, +84 912…, 84912…, 0084912….</summary>
public static class PhoneNumbers
{
    /// <summary>As people dial it in the country: digits with a leading 0. What is no Vietnamese number stays as its digits.</summary>
    public static string National(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var international = digits.StartsWith("0084", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("84", StringComparison.Ordinal) && (typed.Contains('+', StringComparison.Ordinal) || digits.Length is 11 or 12) ? digits[2..]
            : null;
        return international is null ? digits : $"0{international.TrimStart('0')}";
    }

    /// <summary>
    /// Whether a number is one to dial (10 or 11 digits; 02 fixed, 03, 05, 07, 08, 09 mobile) and not a person's (12) or an enterprise's (10 or 13).
    /// </summary>
    public static bool IsPhone(string typed) =>
        typed.TrimStart().StartsWith('+') || (National(typed) is ['0', '2' or '3' or '5' or '7' or '8' or '9', ..] national && national.Length is 10 or 11);
}
