using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Platform;

/// <summary>Mã tra cứu: ten characters, 50 bits, made under the office's key, that people copy from paper by hand.</summary>
public static class HandCopiedSecret
{
    // Crockford's digits: none that a hand-copied note confuses.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="hashes">The office's key.</param>
    /// <param name="purpose">What it opens: the same value has another secret for another purpose.</param>
    /// <param name="value">Of what.</param>
    public static string Of(KeyedHashes hashes, string purpose, string value) =>
        string.Concat(hashes.Bytes(purpose, value).Take(10).Select(b => Digits[b & 31]));

    /// <summary>Compares in constant time; case, spaces and hyphens do not matter.</summary>
    public static bool Fits(string secret, string typed)
    {
        var plain = typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(plain));
    }
}
