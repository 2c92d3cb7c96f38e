using System.Security.Cryptography;
using PublicAdmin.Dossiers.Keys;

namespace PublicAdmin.Embedded.Keys;

/// <summary>
/// The key that stands in a vault elsewhere, in files only this account may read: <c>keys/data-keys/{version}.key</c>, 32 random bytes in base64. The first is
/// made at the first start; who rotates it puts the next one there, and leaves the older ones.
/// </summary>
internal sealed class KeyFileVaultKey(string folder) : IVaultKey
{
    private const string First = "000001";

    private readonly string _files = Path.Combine(folder, "keys", IVaultKey.Name);

    public Task<string> NewestAsync(CancellationToken ct)
    {
        var versions = Directory.Exists(_files) ? Directory.GetFiles(_files, "*.key") : [];
        if (versions.Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal) is { } newest)
        {
            return Task.FromResult(newest);
        }

        PrivateFiles.Replace(PathOf(First), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return Task.FromResult(First);
    }

    public Task<byte[]> WrapAsync(string version, byte[] key, CancellationToken ct) => Task.FromResult(GcmEnvelope.Seal(Read(version), key, []));

    /// <exception cref="FolderLostException">Nothing here opens it.</exception>
    public Task<byte[]> UnwrapAsync(string version, byte[] wrapped, CancellationToken ct) => Task.FromResult(
        GcmEnvelope.Open(Read(version), wrapped, []) ?? throw FolderLostException.OfDataKey(folder, version));

    private byte[] Read(string version)
    {
        var text = File.Exists(PathOf(version)) ? File.ReadAllText(PathOf(version)).Trim() : "";
        return HashKeyFile.IsKey(text) ? Convert.FromBase64String(text) : throw FolderLostException.OfDataKey(folder, version);
    }

    private string PathOf(string version) => Path.Combine(_files, $"{version}.key");
}
