using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Platform;

/// <summary>
/// Hashes of things too guessable for a plain hash: personal numbers, phones, tracking secrets. HMAC-SHA-256 under the office's own
/// key, so that a stolen table says nothing about who is in it.
/// </summary>
public sealed class KeyedHashes
{
    /// <summary>The setting that holds the key: base64 of at least 32 bytes, a Key Vault reference in Azure.</summary>
    public const string Setting = "HashKey";

    private readonly byte[] _key;

    /// <exception cref="InvalidOperationException">No key, or a short one.</exception>
    public KeyedHashes(string? base64)
    {
        _key = Convert.FromBase64String(base64 ?? "");
        if (_key.Length < 32)
        {
            throw new InvalidOperationException($"Set {Setting} to base64 of at least 32 random bytes.");
        }
    }

    /// <summary>22 characters fit for row keys.</summary>
    /// <param name="purpose">Keeps hashes of one thing for two purposes apart.</param>
    /// <param name="value">What is hashed.</param>
    public string Of(string purpose, string value) => Base64Url.EncodeToString(Bytes(purpose, value).AsSpan(0, 16));

    internal byte[] Bytes(string purpose, string value) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{value}"));
}
