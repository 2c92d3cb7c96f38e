using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Tests.Signing;

internal static class Pem
{
    public static X509Certificate2Collection Certificates(string pem)
    {
        var read = new X509Certificate2Collection();
        read.ImportFromPem(pem);
        return read;
    }
}
