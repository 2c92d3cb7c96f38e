using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Archive.Packages;

/// <summary>Signs the list of everything in a bag.</summary>
public delegate Task<Result<byte[]>> BagSeal(byte[] tagManifest, CancellationToken ct);

/// <summary>
/// A bag (BagIt 1.0, RFC 8493) in a ZIP, written as it comes: payload under data/, its SHA-256 in manifest-sha256.txt, the tag files in
/// tagmanifest-sha256.txt, and over that a detached signature, which is the one file no manifest names. Nothing is packed, so that a damaged package loses
/// only what was damaged.
/// </summary>
internal sealed class BagWriter(Stream target, string name, DateTimeOffset at) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Written = new(OfficeJson.Stored) { WriteIndented = true };

    public const string SignatureFile = "tagmanifest-sha256.txt.p7s";

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly SortedDictionary<string, string> _payload = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);
    private long _octets;

    public int Files => _payload.Count;

    public async Task AddAsync(string path, Stream content, CancellationToken ct)
    {
        var (sha256, length) = await WriteAsync($"data/{path}", content, ct);
        _payload[$"data/{path}"] = sha256;
        _octets += length;
    }

    public Task AddJsonAsync<T>(string path, T content, CancellationToken ct) =>
        AddAsync(path, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content, Written)), ct);

    public async Task TagAsync(string path, string text, CancellationToken ct) =>
        _tags[path] = (await WriteAsync(path, new MemoryStream(Encoding.UTF8.GetBytes(text)), ct)).Sha256;

    /// <param name="info">Of bag-info.txt.</param>
    /// <param name="seal">Signs tagmanifest-sha256.txt.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when all is written.</returns>
    public async Task<Refusal?> CloseAsync(IEnumerable<(string Name, string Value)> info, BagSeal seal, CancellationToken ct)
    {
        await TagAsync("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", ct);
        var oxum = string.Create(CultureInfo.InvariantCulture, $"{_octets}.{_payload.Count}");
        await TagAsync("bag-info.txt", Lines(info.Append(("Payload-Oxum", oxum)).Select(pair => $"{pair.Item1}: {pair.Item2}")), ct);
        await TagAsync("manifest-sha256.txt", Lines(_payload.Select(file => $"{file.Value}  {file.Key}")), ct);
        var manifest = Encoding.UTF8.GetBytes(Lines(_tags.Select(file => $"{file.Value}  {file.Key}")));
        await WriteAsync("tagmanifest-sha256.txt", new MemoryStream(manifest), ct);
        if (!(await seal(manifest, ct)).Try(out var signature, out var refusal))
        {
            return refusal;
        }

        await WriteAsync(SignatureFile, new MemoryStream(signature), ct);
        return null;
    }

    public async ValueTask DisposeAsync() => await _zip.DisposeAsync();

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private async Task<(string Sha256, long Length)> WriteAsync(string path, Stream content, CancellationToken ct)
    {
        var entry = _zip.CreateEntry($"{name}/{path}", CompressionLevel.NoCompression);
        entry.LastWriteTime = at;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var part = await entry.OpenAsync(ct);
        var (buffer, length) = (new byte[128 * 1024], 0L);
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await part.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
