using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PublicAdmin.Signing.Cms;

/// <summary>What a vault answers, in the form CMS and X.509 want it.</summary>
internal static class RawSignatures
{
    /// <summary>RSA stays as it is; ECDSA turns from r‖s into the DER sequence of RFC 3279 section 2.2.3.</summary>
    public static byte[] ToDer(SigningAlgorithm algorithm, byte[] raw)
    {
        if (algorithm is SigningAlgorithm.RS256)
        {
            return raw;
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(WithoutZeros(raw.AsSpan(0, raw.Length / 2)));
            writer.WriteIntegerUnsigned(WithoutZeros(raw.AsSpan(raw.Length / 2)));
        }

        return writer.Encode();
    }

    /// <param name="algorithm">Which.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo in DER.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">Of RSA one number; of ECDSA as <paramref name="form"/> says.</param>
    /// <param name="form">As the vault gives it, or as <see cref="ToDer"/> makes it.</param>
    /// <exception cref="CryptographicException">That is no key.</exception>
    public static bool Holds(SigningAlgorithm algorithm, ReadOnlySpan<byte> publicKey, byte[] data, byte[] signature, DSASignatureFormat form)
    {
        if (algorithm is SigningAlgorithm.RS256)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(publicKey, out _);
        return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, form);
    }

    public static void WriteAlgorithm(AsnWriter writer, SigningAlgorithm algorithm)
    {
        using (writer.PushSequence())
        {
            if (algorithm is SigningAlgorithm.ES256)
            {
                writer.WriteObjectIdentifier(Oids.Sha256WithEcdsa);
                return;
            }

            writer.WriteObjectIdentifier(Oids.Sha256WithRsa);
            writer.WriteNull();
        }
    }

    private static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> number)
    {
        while (number.Length > 1 && number[0] == 0)
        {
            number = number[1..];
        }

        return number;
    }
}
