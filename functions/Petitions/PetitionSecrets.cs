using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Petitions;

/// <summary>The code of a petition and the secret with which it is followed: both made under the office's key, so that neither is stored or guessed.</summary>
public sealed class PetitionSecrets(KeyedHashes hashes)
{
    // Crockford's digits: none that a hand-copied note confuses.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The same request has the same code, so that sent again it is one petition.</summary>
    public string IdOf(string caller, string key, PetitionForm form) => $"PA-{Letters("petition", $"{caller}\n{key}\n{form.Kind}\n{form.Text}")}";

    /// <summary>Ten characters, 50 bits.</summary>
    public string Of(string id) => Letters("petition-secret", id);

    /// <summary>Compares in constant time; case, spaces and hyphens do not matter.</summary>
    public bool Fits(string id, string secret)
    {
        var typed = secret.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(id)), Encoding.UTF8.GetBytes(typed));
    }

    private string Letters(string purpose, string value) => string.Concat(hashes.Bytes(purpose, value).Take(10).Select(b => Digits[b & 31]));
}
