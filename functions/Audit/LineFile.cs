using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace PublicAdmin.Audit;

/// <summary>A gzipped file of lines in the making. Parts are bounded, so it is made in memory.</summary>
internal sealed class LineFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _zip;

    public LineFile() => _zip = new GZipStream(_bytes, CompressionLevel.Optimal, leaveOpen: true);

    public int Lines { get; private set; }

    /// <summary>Compressed so far.</summary>
    public long Length => _bytes.Length;

    /// <param name="line">With its newline.</param>
    public void Add(ReadOnlySpan<byte> line)
    {
        _zip.Write(line);
        Lines++;
    }

    public (byte[] Bytes, string Sha256) Close()
    {
        _zip.Dispose();
        var bytes = _bytes.ToArray();
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
