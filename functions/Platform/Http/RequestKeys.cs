using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Platform.Http;

/// <summary>Names for things a caller chose, made fit for row keys.</summary>
public static class RequestKeys
{
    /// <summary>22 characters that tell values apart, whatever the value holds: 128 bits of its SHA-256.</summary>
    public static string Shorten(string value) => Shorten(Encoding.UTF8.GetBytes(value));

    /// <param name="value">UTF-8.</param>
    public static string Shorten(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }
}
