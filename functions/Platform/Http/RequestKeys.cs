using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Platform.Http;

/// <summary>Names for things a caller chose, made fit for row keys.</summary>
public static class RequestKeys
{
    /// <summary>22 characters that tell values apart, whatever the value holds: 128 bits of its SHA-256.</summary>
    public static string Shorten(string value) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16));
}
