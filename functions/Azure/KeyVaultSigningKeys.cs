using System.Collections.Concurrent;
using System.Net;
using Azure;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PublicAdmin.Signing;

namespace PublicAdmin.Azure;

/// <summary>The signing keys in Key Vault. They never leave its hardware; only digests travel.</summary>
[NeedsRole(AzureRole.Signer, AzureScope.Keys)]
internal sealed class KeyVaultSigningKeys(KeyClient vault, TimeProvider clock) : ISigningKeys
{
    // Each client fetches the public key once before it signs, so one is kept per version.
    private readonly ConcurrentDictionary<(string Name, string Version), CryptographyClient> _signers = new();

    // A look into the vault counts against its limit like a signature does. What was disabled meanwhile, the vault itself refuses to sign with.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Name, string? Version), (SigningKey Key, DateTimeOffset Until)> _seen = new();

    public async Task<SigningKey?> FindAsync(string name, string? version, CancellationToken ct)
    {
        if (_seen.TryGetValue((name, version), out var seen) && clock.GetUtcNow() < seen.Until)
        {
            return seen.Key;
        }

        var found = await UnlessBusyAsync(() => AskAsync(name, version, ct));
        if (found is not null)
        {
            _seen[(name, version)] = (found, clock.GetUtcNow() + Fresh);
        }

        return found;
    }

    public Task<byte[]> SignAsync(SigningKey key, ReadOnlyMemory<byte> sha256, CancellationToken ct) => UnlessBusyAsync(async () =>
    {
        var signer = _signers.GetOrAdd((key.Name, key.Version), id => vault.GetCryptographyClient(id.Name, id.Version));
        var algorithm = key.Algorithm is SigningAlgorithm.ES256 ? SignatureAlgorithm.ES256 : SignatureAlgorithm.RS256;
        return (await signer.SignAsync(algorithm, sha256.ToArray(), ct)).Signature;
    });

    private async Task<SigningKey?> AskAsync(string name, string? version, CancellationToken ct)
    {
        try
        {
            var wanted = version ?? await vault.NewestAsync(name, clock.GetUtcNow(), ct);
            return wanted is null ? null : Describe((await vault.GetKeyAsync(name, wanted, ct)).Value);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private SigningKey? Describe(KeyVaultKey key)
    {
        if (!key.Properties.IsUsable(clock.GetUtcNow()))
        {
            return null;
        }

        if (key.KeyType == KeyType.Ec || key.KeyType == KeyType.EcHsm)
        {
            using var ecdsa = key.Key.ToECDsa();
            return new SigningKey(key.Name, key.Properties.Version, SigningAlgorithm.ES256, ecdsa.ExportSubjectPublicKeyInfo());
        }

        using var rsa = key.Key.ToRSA();
        return new SigningKey(key.Name, key.Properties.Version, SigningAlgorithm.RS256, rsa.ExportSubjectPublicKeyInfo());
    }

    // The SDK has tried again as often as its policy says; what is left goes to the queue with the vault's own delay.
    private static async Task<T> UnlessBusyAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable)
        {
            throw new SigningKeysBusyException(Throttling.RetryAfterOf(e), e);
        }
    }
}
