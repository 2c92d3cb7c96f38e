using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>
/// One certificate for every server of ours on this machine: the clients insist on https. It lies in a folder of its own as long as the tests run.
/// </summary>
internal static class StandInCertificate
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("stand-ins-").FullName;

    /// <summary>With its key.</summary>
    public static X509Certificate2 Whole { get; } = Make();

    /// <summary>PEM; what a process trusts by SSL_CERT_FILE.</summary>
    public static string File => Path.Combine(Folder, "cert.pem");

    public static string KeyFile => Path.Combine(Folder, "key.pem");

    /// <summary>A handler that trusts this certificate and the machine's own authorities.</summary>
    public static SocketsHttpHandler Trusting() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, errors) => errors is 0 || shown?.GetCertHashString() == Whole.GetCertHashString() },
    };

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        System.IO.File.WriteAllText(File, made.ExportCertificatePem());
        System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
