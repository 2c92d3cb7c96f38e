namespace PublicAdmin.Signing;

/// <summary>How a key signs, by the names of RFC 7518 section 3.1, which Key Vault uses as well. The digest is always SHA-256.</summary>
public enum SigningAlgorithm
{
    /// <summary>RSA of 2048 or 3072 bits, PKCS #1 v1.5. The raw signature is as long as the modulus.</summary>
    RS256,

    /// <summary>ECDSA on P-256. The raw signature is r‖s, 64 bytes (IEEE P1363), never DER.</summary>
    ES256,
}

/// <summary>One version of a signing key, as the vault shows it: everything but the secret.</summary>
/// <param name="Name">Letters, digits and hyphens, at most 127.</param>
/// <param name="Version">Changes when the key rotates; recorded beside every signature.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER (RFC 5280 section 4.1.2.7).</param>
public sealed record SigningKey(string Name, string Version, SigningAlgorithm Algorithm, ReadOnlyMemory<byte> PublicKey);

/// <summary>
/// The vault with the signing keys (khóa ký số) of staff, agencies and centers: Key Vault, or key files on one machine. A digest goes in and a raw
/// signature comes out; the secret never does. Certificates are not kept here: they are the product's own records (<c>SigningCertificates</c>).
/// Turning r‖s into the DER that CMS wants is done once for all vaults in <c>CmsSignature</c>, so adapters pass on what the vault says.
/// </summary>
public interface ISigningKeys
{
    /// <summary>A version of a key that may sign today.</summary>
    /// <param name="name">Which key.</param>
    /// <param name="version">Which version; null for the newest that is enabled.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is none, or it is disabled or expired.</returns>
    /// <exception cref="SigningKeysBusyException">The vault asks to come back later.</exception>
    Task<SigningKey?> FindAsync(string name, string? version, CancellationToken ct);

    /// <summary>Signs with exactly the version given, not with whichever is newest by now.</summary>
    /// <param name="key">Found by <see cref="FindAsync"/>.</param>
    /// <param name="sha256">32 bytes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The raw signature, as <see cref="SigningAlgorithm"/> says.</returns>
    /// <exception cref="SigningKeysBusyException">The vault asks to come back later (HTTP 429 or 503).</exception>
    Task<byte[]> SignAsync(SigningKey key, ReadOnlyMemory<byte> sha256, CancellationToken ct);
}

/// <summary>The vault is throttling or away: nothing was signed, ask again later.</summary>
public sealed class SigningKeysBusyException : Exception
{
    public SigningKeysBusyException()
    {
    }

    public SigningKeysBusyException(string message)
        : base(message)
    {
    }

    public SigningKeysBusyException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SigningKeysBusyException(TimeSpan retryAfter, Exception? inner = null)
        : base("The key vault asks to come back later.", inner) => RetryAfter = retryAfter;

    /// <summary>What Retry-After said; 10 seconds when it said nothing.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(10);
}
