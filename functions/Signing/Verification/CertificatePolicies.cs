using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>The policies a certificate was issued under (RFC 5280 section 4.2.1.4).</summary>
internal static class CertificatePolicies
{
    private const string Extension = "2.5.29.32";

    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        var found = new List<string>();
        if (certificate.Extensions[Extension] is not { } extension)
        {
            return found;
        }

        for (var policies = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence(); policies.HasData;)
        {
            found.Add(policies.ReadSequence().ReadObjectIdentifier());
        }

        return found;
    }
}
