using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// The data key of one dossier: its rows are packed and then sealed with it by AES-256-GCM (NIST SP 800-38D). Once it is destroyed, what lies in tables, in
/// copies and in sealed days is noise, whose hashes still hold.
/// </summary>
/// <param name="secret">32 bytes.</param>
/// <param name="wrapped">The secret as it may be stored (<see cref="DataKeys"/>).</param>
public sealed class DossierKey(byte[] secret, byte[] wrapped)
{
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    /// <summary>What no row that anybody wrote says: who needs it fails over it, who compares finds it changed.</summary>
    private const string Damaged = "\uFFFD";

    internal byte[] Wrapped => wrapped;

    /// <summary>The key itself, for whoever is handed the whole dossier with all it holds.</summary>
    internal string InBase64 => Convert.ToBase64String(secret);

    /// <param name="place">The row it is for: moved into another, it is damaged.</param>
    /// <param name="text">UTF-8.</param>
    /// <returns>Nonce, packed text, tag. The nonce is random: a key seals some tens of rows.</returns>
    internal byte[] Seal(string place, ReadOnlySpan<byte> text)
    {
        var packed = RowTexts.Pack(text);
        var bytes = new byte[NonceBytes + packed.Length + TagBytes];
        var nonce = bytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(secret, TagBytes);
        aes.Encrypt(
            nonce, packed, bytes.AsSpan(NonceBytes, packed.Length), bytes.AsSpan(NonceBytes + packed.Length), Encoding.UTF8.GetBytes(place));
        return bytes;
    }

    internal string Open(string place, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < NonceBytes + TagBytes)
        {
            return Damaged;
        }

        var packed = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(secret, TagBytes);
        try
        {
            aes.Decrypt(bytes[..NonceBytes], bytes[NonceBytes..^TagBytes], bytes[^TagBytes..], packed, Encoding.UTF8.GetBytes(place));
            return RowTexts.Unpack(packed);
        }
        catch (AuthenticationTagMismatchException)
        {
            return Damaged;
        }
    }
}
