using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Makes data keys and wraps them (AES-256-GCM) with a key derived from the office's own, which lies in the vault and in no table: whoever has a copy of the
/// tables alone reads no dossier. Nothing is asked of the vault for a dossier, since the office holds that key while it runs.
/// </summary>
public sealed class DataKeys(KeyedHashes vault)
{
    private const int SecretBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Which wrapping key: the first byte of what is stored, so that there may be another one day.</summary>
    private const byte First = 1;

    private readonly byte[] _wrapping = vault.Bytes("data-keys", First.ToString(CultureInfo.InvariantCulture));

    public DossierKey New()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var wrapped = new byte[1 + NonceBytes + SecretBytes + TagBytes];
        wrapped[0] = First;
        RandomNumberGenerator.Fill(wrapped.AsSpan(1, NonceBytes));
        using var aes = new AesGcm(_wrapping, TagBytes);
        aes.Encrypt(wrapped.AsSpan(1, NonceBytes), secret, wrapped.AsSpan(1 + NonceBytes, SecretBytes), wrapped.AsSpan(1 + NonceBytes + SecretBytes));
        return new DossierKey(secret, wrapped);
    }

    /// <returns>Null for what is no key of this office.</returns>
    public DossierKey? Open(byte[]? wrapped)
    {
        if (wrapped is not { Length: 1 + NonceBytes + SecretBytes + TagBytes } || wrapped[0] != First)
        {
            return null;
        }

        var secret = new byte[SecretBytes];
        using var aes = new AesGcm(_wrapping, TagBytes);
        try
        {
            aes.Decrypt(wrapped.AsSpan(1, NonceBytes), wrapped.AsSpan(1 + NonceBytes, SecretBytes), wrapped.AsSpan(1 + NonceBytes + SecretBytes), secret);
            return new DossierKey(secret, wrapped);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
