using System.Security.Cryptography;

namespace PublicAdmin.Dossiers.Keys;

/// <summary>AES-256-GCM (NIST SP 800-38D) as everything here is sealed: a random nonce of 12 bytes, what was sealed, a tag of 16 bytes.</summary>
internal static class GcmEnvelope
{
    /// <summary>How much longer it is than what was sealed.</summary>
    public const int Overhead = NonceBytes + TagBytes;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="key">32 bytes.</param>
    /// <param name="content">What nobody is to read.</param>
    /// <param name="place">What it belongs to: elsewhere it does not open.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> place)
    {
        var envelope = new byte[content.Length + Overhead];
        var nonce = envelope.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, envelope.AsSpan(NonceBytes, content.Length), envelope.AsSpan(NonceBytes + content.Length), place);
        return envelope;
    }

    /// <returns>Null for what this key did not seal for this place.</returns>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> place)
    {
        if (envelope.Length < Overhead)
        {
            return null;
        }

        var content = new byte[envelope.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(envelope[..NonceBytes], envelope[NonceBytes..^TagBytes], envelope[^TagBytes..], content, place);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
