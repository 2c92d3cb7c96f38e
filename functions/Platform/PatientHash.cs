using System.Security.Cryptography;

namespace PublicAdmin.Platform;

/// <summary>SHA-256 of what may be large: that takes milliseconds, and no thread that requests need is held for so long.</summary>
public static class PatientHash
{
    private const int Large = 256 * 1024; // A fifth of a millisecond.

    /// <param name="content">Stays as it is until the hash is there.</param>
    /// <param name="whole">Of which it is the next part; null for nothing.</param>
    public static async ValueTask<byte[]> Sha256Async(ReadOnlyMemory<byte> content, IncrementalHash? whole = null) =>
        content.Length < Large ? Hash(content, whole) : await LowPriority.InTurnAsync(() => Hash(content, whole));

    private static byte[] Hash(ReadOnlyMemory<byte> content, IncrementalHash? whole)
    {
        whole?.AppendData(content.Span);
        return SHA256.HashData(content.Span);
    }
}
