using System.Formats.Asn1;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// The frame of a CMS signature (RFC 5652 section 5.1), which nothing signs and decoders read leniently: here it must be exactly what a detached
/// signature by one person needs, so that not a bit of it can be other than it was.
/// </summary>
internal static class CmsShape
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly Asn1Tag Inside = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Lists = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <exception cref="AsnContentException">It is not even CMS.</exception>
    public static bool IsSound(byte[] cms)
    {
        var outer = new AsnReader(cms, AsnEncodingRules.BER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData)
        {
            return false;
        }

        var signed = outer.ReadSequence(Inside).ReadSequence();
        var (version, digests, content) = (signed.ReadInteger(), signed.ReadSetOf(), signed.ReadSequence());
        if (version != 1 || content.ReadObjectIdentifier() != Data || content.HasData || outer.HasData)
        {
            return false;
        }

        while (signed.HasData && (signed.PeekTag() == Inside || signed.PeekTag() == Lists))
        {
            signed.ReadEncodedValue();
        }

        var signers = signed.ReadSetOf();
        return IsSigner(signers.ReadSequence(), Digest(digests.ReadSequence())) && !digests.HasData && !signers.HasData && !signed.HasData;
    }

    // The digest named at the top is the signer's own, and the same.
    private static bool IsSigner(AsnReader signer, string? digest)
    {
        var version = signer.ReadInteger();
        signer.ReadEncodedValue();
        if (version != 1 || digest is null || Digest(signer.ReadSequence()) != digest || signer.PeekTag() != Inside)
        {
            return false;
        }

        signer.ReadEncodedValue(); // The signed attributes.
        return Belongs(signer.ReadSequence().ReadObjectIdentifier(), digest);
    }

    // Decoders take the hash from the digest alone; here the algorithm of the signature must say the same (RFC 5754). Bare RSA and EC keys name none.
    private static bool Belongs(string signature, string digest) => signature switch
    {
        "1.2.840.113549.1.1.1" or "1.2.840.113549.1.1.10" or "1.2.840.10045.2.1" => true,
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => digest == "2.16.840.1.101.3.4.2.1",
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => digest == "2.16.840.1.101.3.4.2.2",
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => digest == "2.16.840.1.101.3.4.2.3",
        _ => false,
    };

    private static string? Digest(AsnReader algorithm)
    {
        var name = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        return algorithm.HasData ? null : name;
    }
}
