using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Identity;

/// <summary>
/// Tokens found valid, by their SHA-256, so that a busy caller's signature is not verified thousands of times a second.
/// An entry lives until the token ends, but no longer than <see cref="Longest"/>: a key the issuer withdrew stops working then.
/// Two generations bound the memory: when the young one is full it becomes the old one, and the old one is forgotten.
/// </summary>
public sealed class TokenCache(TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public const int Generation = 20_000;

    private ConcurrentDictionary<Digest, Entry> _young = new();
    private ConcurrentDictionary<Digest, Entry> _old = new();

    public SignedIn? Find(string token)
    {
        var digest = Digest.Of(token);
        return (_young.TryGetValue(digest, out var entry) || _old.TryGetValue(digest, out entry)) && clock.GetUtcNow() < entry.Until
            ? entry.SignedIn
            : null;
    }

    public void Keep(string token, SignedIn signedIn)
    {
        if (_young.Count >= Generation)
        {
            (_old, _young) = (_young, new());
        }

        var longest = clock.GetUtcNow() + Longest;
        _young[Digest.Of(token)] = new Entry(signedIn, signedIn.Until < longest ? signedIn.Until : longest);
    }

    private sealed record Entry(SignedIn SignedIn, DateTimeOffset Until);

    private readonly record struct Digest(UInt128 High, UInt128 Low)
    {
        public static Digest Of(string token)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(token.Length));
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(token, bytes)), hash);
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
            return new Digest(
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash),
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }
    }
}
