using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>Certificate revocation lists (RFC 5280 section 5): read only when the certificate's own issuer signed them.</summary>
internal static class RevocationLists
{
    // An extension of these makes a list say less than "all that is revoked": parts, changes and lists of others (section 5.2).
    private static readonly string[] Partial = ["2.5.29.27", "2.5.29.28"];

    /// <returns>Null when it is no whole list of this certificate's issuer.</returns>
    public static StatusAnswer? Read(byte[] list, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var parts = new AsnReader(list, AsnEncodingRules.DER).ReadSequence();
            var body = parts.ReadEncodedValue();
            return SignedByAuthority.Holds(body.Span, parts.ReadEncodedValue(), parts.ReadSignature(), issuer)
                ? Find(new AsnReader(body, AsnEncodingRules.DER).ReadSequence(), certificate, issuer)
                : null;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static StatusAnswer? Find(AsnReader body, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (body.PeekTag() == Asn1Tag.Integer)
        {
            body.ReadEncodedValue(); // The version.
        }

        body.ReadEncodedValue(); // The algorithm, again.
        if (!body.ReadEncodedValue().Span.SequenceEqual(issuer.SubjectName.RawData))
        {
            return null;
        }

        var thisUpdate = ReadTime(body);
        var nextUpdate = body.HasData && IsTime(body.PeekTag()) ? ReadTime(body) : (DateTimeOffset?)null;
        var revokedAt = body.HasData && body.PeekTag() == Asn1Tag.Sequence ? RevokedAt(body.ReadSequence(), certificate.SerialNumberBytes.Span) : null;
        return body.HasData && IsPartial(body.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence())
            ? null
            : new(revokedAt is null ? CertificateStatus.Good : CertificateStatus.Revoked, thisUpdate, nextUpdate, revokedAt);
    }

    private static DateTimeOffset? RevokedAt(AsnReader entries, ReadOnlySpan<byte> serial)
    {
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            if (entry.ReadIntegerBytes().Span.SequenceEqual(serial))
            {
                return ReadTime(entry);
            }
        }

        return null;
    }

    private static bool IsPartial(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            if (Partial.Contains(extensions.ReadSequence().ReadObjectIdentifier()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTime(Asn1Tag tag) => tag == Asn1Tag.UtcTime || tag == Asn1Tag.GeneralizedTime;

    private static DateTimeOffset ReadTime(AsnReader reader) => reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
