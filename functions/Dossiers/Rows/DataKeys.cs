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

    /// <summary>Which wrapping key: the first byte of what is stored, so that there may be another one day.</summary>
    private const byte First = 1;

    private readonly byte[] _wrapping = vault.Bytes("data-keys", First.ToString(CultureInfo.InvariantCulture));

    public DossierKey New()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return new DossierKey(secret, [First, .. GcmEnvelope.Seal(_wrapping, secret, [])]);
    }

    /// <returns>Null for what is no key of this office.</returns>
    public DossierKey? Open(byte[]? wrapped) =>
        wrapped is [First, ..] && GcmEnvelope.Open(_wrapping, wrapped.AsSpan(1), []) is { Length: SecretBytes } secret ? new DossierKey(secret, wrapped) : null;
}
