using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>Checks a signature's value with a certificate's key (RFC 8017, RFC 5753).</summary>
internal static class SignatureValue
{
    private const string Pss = "1.2.840.113549.1.1.10";

    /// <summary>The hash an object identifier names; null for one that is not known, or too weak to prove anything.</summary>
    public static HashAlgorithmName? HashOf(string digest) => digest switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <returns>Null when the algorithm is none we know.</returns>
    public static bool? Fits(CmsFrame frame, byte[] hash, HashAlgorithmName algorithm, X509Certificate2 certificate)
    {
        if (frame.Algorithm is "1.2.840.113549.1.1.1" or "1.2.840.113549.1.1.11" or "1.2.840.113549.1.1.12" or "1.2.840.113549.1.1.13" or Pss)
        {
            using var key = certificate.GetRSAPublicKey();
            var padding = frame.Algorithm != Pss ? RSASignaturePadding.Pkcs1 : IsUsualPss(frame, hash.Length) ? RSASignaturePadding.Pss : null;
            return padding is null ? null : key?.VerifyHash(hash, frame.Signature, algorithm, padding);
        }

        if (frame.Algorithm is "1.2.840.10045.2.1" or "1.2.840.10045.4.3.2" or "1.2.840.10045.4.3.3" or "1.2.840.10045.4.3.4")
        {
            using var key = certificate.GetECDsaPublicKey();
            return key?.VerifyHash(hash, frame.Signature, DSASignatureFormat.Rfc3279DerSequence);
        }

        return null;
    }

    // The framework knows one kind: both hashes the signature's own, and as much salt as the hash is long (RFC 8017 section A.2.3).
    private static bool IsUsualPss(CmsFrame frame, int length)
    {
        var parameters = new AsnReader(frame.Parameters, AsnEncodingRules.DER).ReadSequence();
        string? hash = null, mask = null;
        var salt = 20;
        while (parameters.HasData)
        {
            var tag = parameters.PeekTag();
            var part = parameters.ReadSequence(tag);
            switch (tag.TagValue)
            {
                case 0:
                    hash = part.ReadSequence().ReadObjectIdentifier();
                    break;
                case 1:
                    var generator = part.ReadSequence();
                    generator.ReadObjectIdentifier();
                    mask = generator.ReadSequence().ReadObjectIdentifier();
                    break;
                case 2:
                    salt = (int)part.ReadInteger();
                    break;
            }
        }

        return hash == frame.Digest && mask == frame.Digest && salt == length;
    }
}
