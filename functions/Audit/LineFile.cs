using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace PublicAdmin.Audit;

/// <summary>A gzipped file of lines in the making. Parts are bounded, so it is made in memory.</summary>
internal sealed class LineFile : IDisposable
{
    // A stream to which nothing was written leaves no bytes at all, which gunzip takes for a broken file (RFC 1952).
    private static readonly byte[] Empty = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x03, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _zip;

    public LineFile() => _zip = new GZipStream(_bytes, CompressionLevel.Optimal, leaveOpen: true);

    public int Lines { get; private set; }

    /// <param name="line">With its newline.</param>
    public void Add(ReadOnlySpan<byte> line)
    {
        _zip.Write(line);
        Lines++;
    }

    public (byte[] Bytes, string Sha256) Close()
    {
        _zip.Dispose();
        var bytes = Lines == 0 ? Empty : _bytes.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <exception cref="InvalidDataException">It is not gzip.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            yield return line;
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }
}
