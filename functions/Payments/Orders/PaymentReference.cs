using System.Globalization;

namespace PublicAdmin.Payments.Orders;

/// <summary>
/// Mã tham chiếu of a payment order: office, year, serial and two check digits (ISO 7064, MOD 97-10), at most 30 letters and digits, unique for ever,
/// such as <c>H1861260000001785</c>. One digit typed wrong, or two changed round, is no reference.
/// </summary>
public static class PaymentReference
{
    private const int Modulus = 97;

    public static string Of(string office, int year, long serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{office.Replace(".", "", StringComparison.Ordinal)}{year % 100:00}{serial:D8}");
        return string.Create(CultureInfo.InvariantCulture, $"{body}{98 - Remainder(body + "00"):00}");
    }

    public static bool IsWhole(string text) =>
        text.Length is > 12 and <= 30 && text.All(char.IsAsciiLetterOrDigit) && text.All(letter => !char.IsAsciiLetterLower(letter)) && Remainder(text) == 1;

    // Letters count as 10 to 35, as in an account number.
    private static int Remainder(string text)
    {
        var rest = 0;
        foreach (var letter in text)
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % Modulus;
        }

        return rest;
    }
}
