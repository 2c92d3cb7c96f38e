using System.Formats.Asn1;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// The frame of a CMS signature (RFC 5652 section 5.1), which nothing signs and decoders read leniently: here it must be exactly what a detached
/// signature by one person needs, so that not a bit of it can be other than it was.
/// </summary>
/// <param name="Digest">Object identifier of the hash.</param>
/// <param name="Attributes">What the signature is made on, as a DER set; null when it is made on the content itself.</param>
/// <param name="Algorithm">Object identifier of the signature's algorithm.</param>
/// <param name="Parameters">Of that algorithm, in DER; empty without any.</param>
internal sealed record CmsFrame(string Digest, byte[]? Attributes, string Algorithm, byte[] Parameters, byte[] Signature)
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly Asn1Tag Inside = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Lists = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag KeyIdentifier = new(TagClass.ContextSpecific, 0);

    /// <returns>Null when it is framed in a way we do not know.</returns>
    /// <exception cref="AsnContentException">It is not even CMS.</exception>
    public static CmsFrame? Read(byte[] cms)
    {
        var outer = new AsnReader(cms, AsnEncodingRules.BER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData)
        {
            return null;
        }

        var signed = outer.ReadSequence(Inside).ReadSequence();
        var (version, digests, content) = (signed.ReadInteger(), signed.ReadSetOf(), signed.ReadSequence());
        if (content.ReadObjectIdentifier() != Data || content.HasData || outer.HasData)
        {
            return null;
        }

        while (signed.HasData && (signed.PeekTag() == Inside || signed.PeekTag() == Lists))
        {
            signed.ReadEncodedValue();
        }

        var signers = signed.ReadSetOf();
        var (signer, digest) = (signers.ReadSequence(), DigestOf(digests.ReadSequence()));
        return digest is null || digests.HasData || signers.HasData || signed.HasData ? null : ReadSigner(signer, (int)version, digest);
    }

    // The digest named at the top is the signer's own, and the same; the versions follow from how the signer is named (section 5.3).
    private static CmsFrame? ReadSigner(AsnReader signer, int version, string digest)
    {
        var own = signer.ReadInteger();
        var byKey = signer.PeekTag().HasSameClassAndValue(KeyIdentifier);
        signer.ReadEncodedValue();
        if (own != (byKey ? 3 : 1) || version != own || DigestOf(signer.ReadSequence()) != digest)
        {
            return null;
        }

        var attributes = signer.PeekTag() == Inside ? Set(signer.ReadSetOf(skipSortOrderValidation: true, Inside)) : null;
        var algorithm = signer.ReadSequence();
        var name = algorithm.ReadObjectIdentifier();
        var parameters = algorithm.HasData ? algorithm.ReadEncodedValue().ToArray() : [];
        return !algorithm.HasData && Belongs(name, digest) ? new(digest, attributes, name, parameters, signer.ReadOctetString()) : null;
    }

    // The attributes are signed as a set of their own, whatever the tag they travel under (section 5.4).
    private static byte[] Set(AsnReader attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.PushSetOf();
        while (attributes.HasData)
        {
            writer.WriteEncodedValue(attributes.ReadEncodedValue().Span);
        }

        writer.PopSetOf();
        return writer.Encode();
    }

    // Decoders take the hash from the digest alone; here the algorithm of the signature must say the same (RFC 5754). Others name none.
    private static bool Belongs(string signature, string digest) => signature switch
    {
        "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => digest == "1.3.14.3.2.26",
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => digest == "2.16.840.1.101.3.4.2.1",
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => digest == "2.16.840.1.101.3.4.2.2",
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => digest == "2.16.840.1.101.3.4.2.3",
        _ => true,
    };

    private static string? DigestOf(AsnReader algorithm)
    {
        var name = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        return algorithm.HasData ? null : name;
    }
}
