using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>Signatures of authorities on lists and answers, which are not CMS (RFC 5280 section 4.1.1.2).</summary>
internal static class SignedByAuthority
{
    /// <param name="algorithm">The AlgorithmIdentifier in DER.</param>
    public static bool Holds(ReadOnlySpan<byte> data, ReadOnlyMemory<byte> algorithm, byte[] signature, X509Certificate2 signer)
    {
        var (hash, elliptic) = KindOf(new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier());
        if (hash is not { } name)
        {
            return false;
        }

        using var ecdsa = elliptic ? signer.GetECDsaPublicKey() : null;
        using var rsa = elliptic ? null : signer.GetRSAPublicKey();
        return ecdsa?.VerifyData(data, signature, name, DSASignatureFormat.Rfc3279DerSequence)
            ?? rsa?.VerifyData(data, signature, name, RSASignaturePadding.Pkcs1) ?? false;
    }

    /// <summary>The bits of a signature, all of them in use.</summary>
    public static byte[] ReadSignature(this AsnReader reader)
    {
        var signature = reader.ReadBitString(out var unused);
        return unused == 0 ? signature : throw new AsnContentException("A signature has bits that are not in use.");
    }

    private static (HashAlgorithmName? Hash, bool Elliptic) KindOf(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.11" => (HashAlgorithmName.SHA256, false),
        "1.2.840.113549.1.1.12" => (HashAlgorithmName.SHA384, false),
        "1.2.840.113549.1.1.13" => (HashAlgorithmName.SHA512, false),
        "1.2.840.10045.4.3.2" => (HashAlgorithmName.SHA256, true),
        "1.2.840.10045.4.3.3" => (HashAlgorithmName.SHA384, true),
        "1.2.840.10045.4.3.4" => (HashAlgorithmName.SHA512, true),
        _ => (null, false), // SHA-1 among them: nobody should rely on it.
    };
}
