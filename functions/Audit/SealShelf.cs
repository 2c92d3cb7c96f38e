using System.Security.Cryptography;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>A manifest as it lies there.</summary>
/// <param name="Sha256">Of its bytes, hex.</param>
internal sealed record KeptManifest(SealManifest Manifest, byte[] Bytes, string Sha256);

/// <summary>The seals in container audit-seals, write once, read many.</summary>
public sealed class SealShelf(IBlobs blobs)
{
    private static readonly JsonSerializerOptions Written = new(OfficeJson.Stored) { WriteIndented = true };

    internal static byte[] BytesOf(SealManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Written);

    /// <returns>No manifest when the day is not sealed, or when what lies there is none.</returns>
    internal async Task<(KeptManifest? Kept, bool Unreadable)> TryFindAsync(DateOnly day, CancellationToken ct)
    {
        try
        {
            return (await FindAsync(day, ct), false);
        }
        catch (InvalidDataException)
        {
            return (null, true);
        }
    }

    /// <returns>Null when the day is not sealed.</returns>
    /// <exception cref="InvalidDataException">What lies there is no manifest.</exception>
    internal async Task<KeptManifest?> FindAsync(DateOnly day, CancellationToken ct)
    {
        if (await blobs.ReadAsync(SealNames.Blob(SealNames.Manifest(day)), ct) is not { } bytes)
        {
            return null;
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<SealManifest>(bytes, OfficeJson.Options);
            return manifest is { Format: SealManifest.CurrentFormat }
                ? new(manifest, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))) : throw new InvalidDataException("This is no manifest.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("This is no manifest.", broken);
        }
    }

    /// <summary>The commit point of a day.</summary>
    /// <returns>False when another run was faster.</returns>
    internal async Task<bool> AddManifestAsync(DateOnly day, byte[] manifest, CancellationToken ct) =>
        await blobs.CreateAsync(SealNames.Blob(SealNames.Manifest(day)), new MemoryStream(manifest), BlobFacts.Of(SealNames.Json), ct) is not null;

    internal async Task<SealFile> AddAsync(LineFile file, Func<string, string> name, CancellationToken ct)
    {
        var (bytes, sha256) = file.Close();
        await AddAsync(name(sha256), bytes, SealNames.Lines, ct);
        return new SealFile(name(sha256), sha256, bytes.Length, file.Lines);
    }

    /// <summary>Under a name made of its hash, so one that is there already is the same.</summary>
    internal async Task AddAsync(string name, byte[] bytes, string contentType, CancellationToken ct) =>
        await blobs.CreateAsync(SealNames.Blob(name), new MemoryStream(bytes), BlobFacts.Of(contentType), ct);

    internal Task<byte[]?> ReadAsync(string name, CancellationToken ct) => blobs.ReadAsync(SealNames.Blob(name), ct);

    internal Task<BlobProperties?> PropertiesAsync(string name, CancellationToken ct) => blobs.FindAsync(SealNames.Blob(name), ct);

    internal Task SealAsync(string name, DateTimeOffset until, CancellationToken ct) => blobs.SealAsync(SealNames.Blob(name), until, ct);

    /// <summary>The lines of the index, by code.</summary>
    /// <exception cref="InvalidDataException">It is missing or broken.</exception>
    internal async Task<IReadOnlyList<ManifestLine>> IndexAsync(SealManifest manifest, CancellationToken ct)
    {
        try
        {
            return await LinesAsync(manifest.Index, ct).Select(line => JsonSerializer.Deserialize<ManifestLine>(line, OfficeJson.Stored)!).ToListAsync(ct);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("The index is broken.", broken);
        }
    }

    /// <exception cref="InvalidDataException">The file is missing, or its bytes are not those that were sealed.</exception>
    internal async IAsyncEnumerable<string> LinesAsync(SealFile file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var bytes = await ReadAsync(file.Name, ct) ?? throw new InvalidDataException($"{file.Name} is missing.");
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256)
        {
            throw new InvalidDataException($"{file.Name} is not what was sealed.");
        }

        await foreach (var line in LineFile.ReadAsync(new MemoryStream(bytes), ct))
        {
            yield return line;
        }
    }
}
