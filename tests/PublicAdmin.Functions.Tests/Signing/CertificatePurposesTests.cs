using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Tests.Signing;

/// <summary>What a certificate is for decides whether it signs, whoever issued it.</summary>
public class CertificatePurposesTests
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    private const string SecureMail = "1.3.6.1.5.5.7.3.4";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, null)]
    [InlineData(X509KeyUsageFlags.NonRepudiation, null, SecureMail)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, null, SecureMail, ClientAuth)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, null, DocumentSigning)]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, "ExtendedKeyUsage", ServerAuth)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "ExtendedKeyUsage", ServerAuth, ClientAuth)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "ExtendedKeyUsage", CodeSigning)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "ExtendedKeyUsage", TimeStamping)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "ExtendedKeyUsage", OcspSigning)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, "KeyUsage")]
    [InlineData(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, "KeyUsage")]
    public void Only_a_certificate_for_signing_documents_signs_them(X509KeyUsageFlags usage, string? problem, params string[] purposes) =>
        Assert.Equal(problem, PurposeRules.Shipped.Problem([Certificate(usage, isAuthority: false, purposes)], DateTimeOffset.UnixEpoch.AddYears(56)));

    [Fact]
    public void An_authority_signs_certificates_and_no_documents() => Assert.Equal(
        "BasicConstraints",
        PurposeRules.Shipped.Problem([Certificate(X509KeyUsageFlags.DigitalSignature, isAuthority: true)], DateTimeOffset.UnixEpoch.AddYears(56)));

    private static X509Certificate2 Certificate(X509KeyUsageFlags usage, bool isAuthority, params string[] purposes)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Lò Thị Hương", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (purposes.Length > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Oids(purposes), critical: false));
        }

        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(60));
    }

    private static OidCollection Oids(string[] purposes)
    {
        var oids = new OidCollection();
        purposes.ToList().ForEach(purpose => oids.Add(new Oid(purpose)));
        return oids;
    }
}
