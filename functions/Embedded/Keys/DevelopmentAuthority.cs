using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing;

namespace PublicAdmin.Embedded.Keys;

/// <summary>
/// The certificate authority of one machine, for pilots and training: it stands where Ban Cơ yếu stands in earnest, and its root says what it is.
/// Made on first start in the data folder; not compiled into the Azure edition.
/// </summary>
public sealed class DevelopmentAuthority(string folder, TimeProvider clock)
{
    private const int RootYears = 20;
    private const int SignerYears = 5;

    private readonly Lazy<X509Certificate2> _root = new(() => Open(folder, clock.GetUtcNow()));

    public string RootPem => _root.Value.ExportCertificatePem();

    /// <summary>Issues a certificate for a key.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="name">The person or agency.</param>
    /// <param name="organisation">The agency.</param>
    /// <returns>The chain in PEM, the key's certificate first.</returns>
    public string Issue(SigningKey key, string name, string organisation)
    {
        var request = new CertificateRequest(
            Subject(name, organisation), PublicKey.CreateFromSubjectPublicKeyInfo(key.PublicKey.Span, out _), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root.Value, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var from = _root.Value.NotBefore;
        using var issuer = _root.Value.GetECDsaPrivateKey()!;
        using var issued = request.Create(
            _root.Value.SubjectName, X509SignatureGenerator.CreateForECDsa(issuer), from, from.AddYears(SignerYears), RandomNumberGenerator.GetBytes(16));
        return $"{issued.ExportCertificatePem()}\n{RootPem}\n";
    }

    /// <summary>The list of what was revoked (RFC 5280 section 5), which on this machine is nothing: keys that leak here are simply thrown away.</summary>
    public byte[] RevocationList() => new CertificateRevocationListBuilder().Build(
        _root.Value, 1, clock.GetUtcNow().AddDays(30), HashAlgorithmName.SHA256, thisUpdate: clock.GetUtcNow());

    private static X509Certificate2 Open(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "root.pem");
        if (!File.Exists(path))
        {
            PrivateFiles.Create(path, Make(now));
        }

        return X509Certificate2.CreateFromPemFile(path);
    }

    private static string Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            Subject("Chứng thư gốc thử nghiệm – không có giá trị pháp lý", "Hệ thống thử nghiệm tỉnh Điện Biên"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var root = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(RootYears));
        return $"{root.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static X500DistinguishedName Subject(string name, string organisation)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("VN");
        subject.AddOrganizationName(organisation);
        subject.AddCommonName(name);
        return subject.Build();
    }
}
