using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Tests.Azure.Vault;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>Issues certificates for keys of the vault, as Ban Cơ yếu does in earnest.</summary>
internal static class TestAuthority
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Root = MakeRoot();

    public static string RootPem => Root.ExportCertificatePem();

    /// <returns>The chain in PEM, the key's certificate first.</returns>
    public static string Issue(VaultKey key, string name)
    {
        var subject = new X500DistinguishedName($"CN={name}, O=UBND xã, C=VN");
        var request = new CertificateRequest(
            subject, PublicKey.CreateFromSubjectPublicKeyInfo(key.PublicKey, out _), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var issued = request.Create(
            Root.SubjectName, X509SignatureGenerator.CreateForECDsa(Key), Root.NotBefore, Root.NotBefore.AddYears(3), RandomNumberGenerator.GetBytes(16));
        return $"{issued.ExportCertificatePem()}\n{Root.ExportCertificatePem()}\n";
    }

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=Thử nghiệm, O=Thử nghiệm, C=VN", Key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(10));
    }
}
