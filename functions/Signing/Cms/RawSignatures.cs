using System.Formats.Asn1;

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
