using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>
/// The second factor on the receipt: with code and secret anybody may track a dossier. Made from the code under the office's key,
/// so it is stored nowhere and can be printed again.
/// </summary>
public sealed class TrackingSecrets(KeyedHashes hashes)
{
    // Crockford's digits: none that a hand-copied receipt confuses.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Ten characters, 50 bits.</summary>
    public string Of(DossierCode code) =>
        string.Concat(hashes.Bytes("tracking", code.ToString()).Take(10).Select(b => Digits[b & 31]));

    /// <summary>Compares in constant time; case and spaces do not matter.</summary>
    public bool Fits(DossierCode code, string secret)
    {
        var typed = secret.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(code)), Encoding.UTF8.GetBytes(typed));
    }
}
