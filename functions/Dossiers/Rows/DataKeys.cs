using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Makes data keys and wraps them (AES-256-GCM) with the key of today's generation (<see cref="DataKeyRing"/>), whose number stands before them: whoever has a
/// copy of the tables alone reads no dossier. Dossiers of before there were generations have theirs wrapped by a key derived from the office's own.
/// </summary>
public sealed class DataKeys(KeyedHashes office, DataKeyRing ring)
{
    /// <summary>How it is wrapped: the first byte of what is stored.</summary>
    private const byte Derived = 1;
    private const byte ByGeneration = 2;
    private const int GenerationBytes = 2;

    private readonly byte[] _derived = office.Bytes("data-keys", Derived.ToString(CultureInfo.InvariantCulture));

    public DossierKey New() => Wrap(RandomNumberGenerator.GetBytes(DataKeyRing.KeyBytes));

    /// <summary>The same key as it is wrapped today: what is written anew leaves an older generation behind.</summary>
    internal DossierKey? Renew(DossierKey? key) => key is null || GenerationOf(key.Wrapped) == ring.Current ? key : Wrap(key.Secret);

    /// <returns>Null for what is no key of this office.</returns>
    /// <exception cref="InvalidOperationException">Its generation is not known here.</exception>
    public DossierKey? Open(byte[]? wrapped) => wrapped switch
    {
        [Derived, ..] => Open(_derived, wrapped, 1),
        [ByGeneration, _, _, ..] => Open(ring.Of(GenerationOf(wrapped)), wrapped, 1 + GenerationBytes),
        _ => null,
    };

    /// <summary>0 for one of before there were generations.</summary>
    internal static int GenerationOf(byte[] wrapped) => wrapped is [ByGeneration, ..] ? BinaryPrimitives.ReadUInt16BigEndian(wrapped.AsSpan(1)) : 0;

    private DossierKey Wrap(byte[] secret)
    {
        var generation = ring.Current;
        byte[] head = [ByGeneration, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(1), checked((ushort)generation));
        return new DossierKey(secret, [.. head, .. GcmEnvelope.Seal(ring.Of(generation), secret, [])]);
    }

    private static DossierKey? Open(byte[] key, byte[] wrapped, int from) =>
        GcmEnvelope.Open(key, wrapped.AsSpan(from), []) is { Length: DataKeyRing.KeyBytes } secret ? new DossierKey(secret, wrapped) : null;
}
