using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PublicAdmin.Dossiers.Keys;

namespace PublicAdmin.Azure;

/// <summary>
/// The key in Key Vault that wraps the generations of <see cref="DataKeyRing"/> by RSA-OAEP with SHA-256 (RFC 8017 section 7.1). Its secret half never leaves
/// the vault's hardware. A version that wrapped must stay enabled as long as anything hangs on it.
/// </summary>
[NeedsRole(AzureRole.Wrapper, AzureScope.DataKey)]
internal sealed class KeyVaultDataKey(KeyClient vault, TimeProvider clock) : IVaultKey
{
    /// <exception cref="InvalidOperationException">None may be used: provision again.</exception>
    public async Task<string> NewestAsync(CancellationToken ct) =>
        await vault.NewestAsync(IVaultKey.Name, clock.GetUtcNow(), ct) ?? throw new InvalidOperationException($"No version of {IVaultKey.Name} may be used.");

    public async Task<byte[]> WrapAsync(string version, byte[] key, CancellationToken ct) =>
        (await Of(version).WrapKeyAsync(KeyWrapAlgorithm.RsaOaep256, key, ct)).EncryptedKey;

    public async Task<byte[]> UnwrapAsync(string version, byte[] wrapped, CancellationToken ct) =>
        (await Of(version).UnwrapKeyAsync(KeyWrapAlgorithm.RsaOaep256, wrapped, ct)).Key;

    private CryptographyClient Of(string version) => vault.GetCryptographyClient(IVaultKey.Name, version);
}
