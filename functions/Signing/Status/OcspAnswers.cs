using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>OCSP (RFC 6960): asks about one certificate, and reads an answer only when somebody signed it who may.</summary>
internal static class OcspAnswers
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private const string SignsOcsp = "1.3.6.1.5.5.7.3.9";

    /// <summary>
    /// The request in DER. Without a nonce, so that responders may answer from their store (RFC 5019); age is judged by the answer's own times.
    /// </summary>
    public static byte[] Ask(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            CertificateIds.Write(writer, certificate, issuer);
        }

        return writer.Encode();
    }

    /// <returns>Null when it is no successful answer about this certificate by somebody who may give it.</returns>
    public static StatusAnswer? Read(byte[] response, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            return Body(response) is { } basic ? ReadBasic(basic, certificate, issuer) : null;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Body(byte[] response)
    {
        var outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
        if (outer.ReadEnumeratedBytes().Span is not [0] || !outer.HasData)
        {
            return null;
        }

        var bytes = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        return bytes.ReadObjectIdentifier() == Basic ? bytes.ReadOctetString() : null;
    }

    private static StatusAnswer? ReadBasic(byte[] basic, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var reader = new AsnReader(basic, AsnEncodingRules.DER).ReadSequence();
        var data = reader.ReadEncodedValue();
        var algorithm = reader.ReadEncodedValue();
        var signature = reader.ReadSignature();
        var came = reader.HasData ? Certificates(reader.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence()) : [];
        var at = ProducedAt(data);
        return came.Append(issuer).Any(signer => MayAnswer(signer, issuer, at) && SignedByAuthority.Holds(data.Span, algorithm, signature, signer))
            ? Find(new AsnReader(data, AsnEncodingRules.DER).ReadSequence(), certificate, issuer)
            : null;
    }

    private static List<X509Certificate2> Certificates(AsnReader reader)
    {
        var certificates = new List<X509Certificate2>();
        while (reader.HasData)
        {
            certificates.Add(X509CertificateLoader.LoadCertificate(reader.ReadEncodedValue().Span));
        }

        return certificates;
    }

    // The issuer itself, or somebody it gave that right, for as long as it gave it (section 4.2.2.2).
    private static bool MayAnswer(X509Certificate2 signer, X509Certificate2 issuer, DateTimeOffset at) => signer.RawData.AsSpan().SequenceEqual(issuer.RawData)
        || (at >= signer.NotBefore && at <= signer.NotAfter && Issued.By(signer, issuer)
            && signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(usage => usage.EnhancedKeyUsages[SignsOcsp] is not null));

    private static DateTimeOffset ProducedAt(ReadOnlyMemory<byte> data) => Head(new AsnReader(data, AsnEncodingRules.DER).ReadSequence());

    private static DateTimeOffset Head(AsnReader data)
    {
        if (data.PeekTag() == new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true))
        {
            data.ReadEncodedValue(); // The version.
        }

        data.ReadEncodedValue(); // The responder's name: its signature says more.
        return data.ReadGeneralizedTime();
    }

    private static StatusAnswer? Find(AsnReader data, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        Head(data);
        for (var answers = data.ReadSequence(); answers.HasData;)
        {
            var answer = answers.ReadSequence();
            if (CertificateIds.Names(answer.ReadSequence(), certificate, issuer))
            {
                return ReadOne(answer);
            }
        }

        return null;
    }

    private static StatusAnswer ReadOne(AsnReader answer)
    {
        var tag = answer.PeekTag();
        var revokedAt = tag.TagValue == 1 ? answer.ReadSequence(tag).ReadGeneralizedTime() : (DateTimeOffset?)null;
        if (revokedAt is null)
        {
            answer.ReadEncodedValue();
        }

        var status = tag.TagValue switch { 0 => CertificateStatus.Good, 1 => CertificateStatus.Revoked, _ => CertificateStatus.Unknown };
        var thisUpdate = answer.ReadGeneralizedTime();
        var next = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        return new(status, thisUpdate, answer.HasData && answer.PeekTag() == next ? answer.ReadSequence(next).ReadGeneralizedTime() : null, revokedAt);
    }
}
