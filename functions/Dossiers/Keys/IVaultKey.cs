namespace PublicAdmin.Dossiers.Keys;

/// <summary>
/// The vault's own key <see cref="Name"/>: Key Vault, or a key file on one machine. It wraps the key of each generation (<see cref="DataKeyRing"/>), some tens
/// of them in the life of an office, and never leaves the vault; a dossier costs no call to it.
/// </summary>
public interface IVaultKey
{
    /// <summary>Names from <c>infra/main.bicep</c>.</summary>
    const string Name = "data-keys";

    /// <summary>The version that wraps today: another than yesterday's after a rotation.</summary>
    Task<string> NewestAsync(CancellationToken ct);

    /// <param name="version">By <see cref="NewestAsync"/>.</param>
    /// <param name="key">32 bytes.</param>
    /// <param name="ct">Cancels.</param>
    Task<byte[]> WrapAsync(string version, byte[] key, CancellationToken ct);

    /// <param name="version">The one that wrapped.</param>
    /// <param name="wrapped">By <see cref="WrapAsync"/>.</param>
    /// <param name="ct">Cancels.</param>
    Task<byte[]> UnwrapAsync(string version, byte[] wrapped, CancellationToken ct);
}
