using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Signing;

namespace PublicAdmin.Embedded.Keys;

/// <summary>
/// Signing keys in files only this account may read: <c>keys/{name}/{version}.pem</c>, PKCS #8, mode 0600 in folders of 0700. P-256, because it
/// is made and signs in a tenth of a millisecond; RSA keys put there are used as well.
/// </summary>
public sealed class KeyFileSigningKeys(string folder) : ISigningKeys
{
    private readonly Lock _making = new();
    private readonly ConcurrentDictionary<string, AsymmetricAlgorithm> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, string Version), SigningKey> _described = new();

    public Task<SigningKey?> FindAsync(string name, string? version, CancellationToken ct) => Task.FromResult(Find(name, version));

    public Task<byte[]> SignAsync(SigningKey key, ReadOnlyMemory<byte> sha256, CancellationToken ct)
    {
        var secret = Open(key.Name, key.Version);
        // One key object is not for several threads at once.
        lock (secret)
        {
            return Task.FromResult(secret switch
            {
                RSA rsa => rsa.SignHash(sha256.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                ECDsa ecdsa => ecdsa.SignHash(sha256.Span, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
                _ => throw new NotSupportedException("A key is neither RSA nor ECDSA."),
            });
        }
    }

    /// <summary>The newest version of a key; its first is made when there is none.</summary>
    public SigningKey EnsureExists(string name)
    {
        lock (_making)
        {
            return Find(name, null) ?? Rotate(name);
        }
    }

    /// <summary>Makes a new version of a key: its first, or its next by rotation.</summary>
    public SigningKey Rotate(string name)
    {
        var made = Directory.Exists(FolderOf(name)) ? Directory.GetFiles(FolderOf(name), "*.pem").Length : 0;
        var version = (made + 1).ToString("D6", CultureInfo.InvariantCulture);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFiles.Create(PathOf(name, version), key.ExportPkcs8PrivateKeyPem());
        return Describe(name, version);
    }

    private SigningKey? Find(string name, string? version)
    {
        if (version is not null && _described.TryGetValue((name, version), out var known))
        {
            return File.Exists(PathOf(name, version)) ? known : null; // A key taken away signs no more.
        }

        var versions = Directory.Exists(FolderOf(name)) ? Directory.GetFiles(FolderOf(name), "*.pem") : [];
        var newest = versions.Select(Path.GetFileNameWithoutExtension).Where(found => version is null || found == version).Max(StringComparer.Ordinal);
        return newest is null ? null : Describe(name, newest);
    }

    private SigningKey Describe(string name, string version)
    {
        var secret = Open(name, version);
        return _described[(name, version)] = new SigningKey(
            name, version, secret is RSA ? SigningAlgorithm.RS256 : SigningAlgorithm.ES256, secret.ExportSubjectPublicKeyInfo());
    }

    private AsymmetricAlgorithm Open(string name, string version) => _open.GetOrAdd(PathOf(name, version), path =>
    {
        var pem = File.ReadAllText(path);
        try
        {
            var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(pem);
            return ecdsa;
        }
        catch (CryptographicException)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa;
        }
    });

    // Names come from our own code (SigningKeyNames); a name that could leave the folder is a fault.
    private string FolderOf(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        ? Path.Combine(folder, name)
        : throw new ArgumentException($"'{name}' is no name of a key.", nameof(name));

    internal string PathOf(string name, string version) => Path.Combine(FolderOf(name), $"{version}.pem");
}
