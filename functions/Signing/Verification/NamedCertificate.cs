using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// The signed attribute that says which certificate was meant (RFC 5035); without it another one with the same key could be put in its place.
/// The older form names it by its SHA-1 hash (RFC 2634), which is enough: to fool it somebody would need a second certificate for a hash that stands.
/// </summary>
internal static class NamedCertificate
{
    private const string Newer = "1.2.840.113549.1.9.16.2.47";
    private const string Older = "1.2.840.113549.1.9.16.2.12";

    /// <param name="signer">Whoever signed.</param>
    /// <param name="certificate">What came along as theirs.</param>
    /// <param name="isNeeded">PAdES asks for it, older signatures do not.</param>
    public static string? Problem(SignerInfo signer, X509Certificate2 certificate, bool isNeeded) => (Value(signer, Newer), Value(signer, Older)) switch
    {
        ({ } newer, _) => Fits(newer, certificate) ? null : SignatureProblems.SigningCertificate,
        (null, { } older) => FitsOlder(older, certificate) ? null : SignatureProblems.SigningCertificate,
        _ => isNeeded ? SignatureProblems.NoSigningCertificate : null,
    };

    private static byte[]? Value(SignerInfo signer, string name) =>
        signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == name)?.Values[0].RawData;

    private static bool Fits(byte[] named, X509Certificate2 certificate)
    {
        var identifier = new AsnReader(named, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        // A hash other than the default SHA-256 is named first.
        var digest = identifier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? identifier.ReadSequence().ReadObjectIdentifier() : "2.16.840.1.101.3.4.2.1";
        return SignatureValue.HashOf(digest) is { } algorithm
            && identifier.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(algorithm, certificate.RawData));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The attribute is defined with SHA-1.")]
    private static bool FitsOlder(byte[] named, X509Certificate2 certificate) =>
        new AsnReader(named, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence().ReadOctetString().AsSpan()
            .SequenceEqual(SHA1.HashData(certificate.RawData));
}
