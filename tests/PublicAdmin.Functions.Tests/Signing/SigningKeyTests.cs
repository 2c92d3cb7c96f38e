using System.Text;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>Keys in files, their versions and the request for a certificate.</summary>
public sealed class SigningKeyTests : SigningOnPaper
{
    [Fact]
    public void Key_files_can_be_read_by_nobody_else()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Signatory.Keys.PathOf("person-1", "000001")));
        }
    }

    [Fact]
    public async Task A_rotated_key_keeps_its_older_version()
    {
        var next = Signatory.Keys.Rotate("person-1");

        Assert.Equal("000002", (await Signatory.Keys.FindAsync("person-1", null, default))?.Version);
        Assert.Equal(Signatory.Person.Key.PublicKey.ToArray(), (await Signatory.Keys.FindAsync("person-1", "000001", default))?.PublicKey.ToArray());
        Assert.NotEqual(next.PublicKey.ToArray(), Signatory.Person.Key.PublicKey.ToArray());
    }

    [FactNeeding("openssl")]
    public async Task A_certificate_request_is_what_an_authority_expects()
    {
        var name = new System.Security.Cryptography.X509Certificates.X500DistinguishedName($"CN={Signatory.Agency}, C=VN");

        var pem = await new CertificateRequests(Signatory.Keys).MakeAsync(Signatory.Seal.Key, name, default);

        var answer = OutsideTool.Run(
            "openssl", "req", "-verify", "-noout", "-subject", "-nameopt", "utf8", "-in", Folder.Write("seal.csr", Encoding.ASCII.GetBytes(pem)));
        Assert.Contains("verify OK", answer.Output, StringComparison.Ordinal);
        Assert.Contains(Signatory.Agency, answer.Output, StringComparison.Ordinal);
    }
}
