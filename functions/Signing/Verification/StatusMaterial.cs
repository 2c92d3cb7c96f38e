using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// Certificates, OCSP responses and revocation lists to judge signatures by: those a file carries in its Document Security Store, and fetched ones.
/// </summary>
internal sealed record StatusMaterial(X509Certificate2Collection Certificates, IReadOnlyList<byte[]> Ocsps, IReadOnlyList<byte[]> Lists)
{
    private const int MostOfEach = 64; // More is no long-term proof but a way to keep a verifier busy.

    public static StatusMaterial None { get; } = new([], [], []);

    /// <summary>What the store of a file holds (ETSI EN 319 142-1 section 5.4.2.2).</summary>
    public static StatusMaterial Of(PdfFile file)
    {
        var store = file.Dictionary(file.Catalog["DSS"]);
        var certificates = new X509Certificate2Collection();
        foreach (var der in Streams(file, store?["Certs"]))
        {
            if (Load(der) is { } certificate)
            {
                certificates.Add(certificate);
            }
        }

        return new(certificates, Streams(file, store?["OCSPs"]), Streams(file, store?["CRLs"]));
    }

    public StatusMaterial With(StatusMaterial more) => new([.. Certificates, .. more.Certificates], [.. Ocsps, .. more.Ocsps], [.. Lists, .. more.Lists]);

    private static List<byte[]> Streams(PdfFile file, PdfValue? list) =>
        [.. file.Items(list).Take(MostOfEach).Select(file.Resolve).OfType<PdfStream>().Select(stream => file.Unpack(stream).ToArray())];

    private static X509Certificate2? Load(byte[] der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
