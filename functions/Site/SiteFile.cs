using System.IO.Compression;
using System.Security.Cryptography;

namespace PublicAdmin.Site;

/// <summary>A file of the site, made once and given often: as it is, and packed small for the browsers that unpack it.</summary>
/// <param name="body">Its bytes.</param>
/// <param name="contentType">Its media type.</param>
public sealed class SiteFile(byte[] body, string contentType)
{
    private readonly Lazy<byte[]> _brotli = new(() => Pack(body, packed => new BrotliStream(packed, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Pack(body, packed => new GZipStream(packed, CompressionLevel.SmallestSize)));

    public string ContentType { get; } = contentType;

    /// <summary>The hash of its bytes, hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));

    /// <param name="encoding"><c>br</c>, <c>gzip</c> or null for neither (RFC 9110 section 8.4.1).</param>
    public ReadOnlyMemory<byte> In(string? encoding) => encoding switch
    {
        "br" => _brotli.Value,
        "gzip" => _gzip.Value,
        _ => body,
    };

    private static byte[] Pack(byte[] body, Func<Stream, Stream> packer)
    {
        var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
