using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>A leader and a seal with key files and certificates of their own, in a folder that goes with the test.</summary>
internal sealed class Signatory : IDisposable
{
    public const string Leader = "Lò Thị Hương";
    public const string Agency = "Ủy ban nhân dân phường Điện Biên Phủ";

    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 5, 0, TimeSpan.FromHours(7));

    private readonly TempFolder _folder = new();
    private readonly DevelopmentAuthority _authority;

    public Signatory()
    {
        _authority = new DevelopmentAuthority(_folder["authority"], new FixedClock(Now));
        Keys = new KeyFileSigningKeys(_folder["keys"]);
        Person = Issue(Keys.Rotate("person-1"), Leader);
        Seal = Issue(Keys.Rotate("seal-1"), Agency);
    }

    public KeyFileSigningKeys Keys { get; }

    public SigningIdentity Person { get; }

    public SigningIdentity Seal { get; }

    public string RootPem => _authority.RootPem;

    public X509Certificate2Collection Roots
    {
        get
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPem(RootPem);
            return roots;
        }
    }

    /// <summary>A person whose key is RSA.</summary>
    public SigningIdentity WithRsa(int bits)
    {
        using var key = RSA.Create(bits);
        Directory.CreateDirectory(_folder[$"keys/rsa-{bits}"]);
        File.WriteAllText(_folder[$"keys/rsa-{bits}/1.pem"], key.ExportPkcs8PrivateKeyPem());
        return Issue(Keys.FindAsync($"rsa-{bits}", null, default).Result!, Leader);
    }

    /// <summary>An empty list of the authority's.</summary>
    public byte[] RevocationList() => _authority.RevocationList();

    public async Task<byte[]> SignAsync(byte[] pdf, SigningIdentity? by = null, TimestampAuthority? timestamps = null)
    {
        var request = new SignatureRequest("NguoiKy", Leader, "Phê duyệt", Now, new PersonLook(Leader))
        {
            Spot = SignatureSpot.TopRight,
            Reserved = 8 * 1024,
        };
        return (await new PdfSigner(Keys, timestamps).SignAsync(pdf, by ?? Person, request, default)).Value;
    }

    public Task<byte[]> SealAsync(byte[] pdf, params (string Field, string Text)[] fill) => SealAsync(pdf, SignatureSpot.TopRight, fill);

    public async Task<byte[]> SealAsync(byte[] pdf, SignatureSpot spot, params (string Field, string Text)[] fill)
    {
        var request = new SignatureRequest("CoQuan", Agency, "Phát hành", Now.AddMinutes(10), new SealLook(Agency))
        {
            Spot = spot,
            Fill = fill.ToDictionary(entry => entry.Field, entry => entry.Text),
        };
        return (await new PdfSigner(Keys).SignAsync(pdf, Seal, request, default)).Value;
    }

    public static Refusal? Objection(byte[] pdf) => PdfSigning.Prepare(pdf, new SignatureRequest("NguoiKy", Leader, "Phê duyệt", Now)).Refusal;

    public VerificationReport Verify(byte[] pdf) => PdfVerifier.Verify(pdf, Roots, Now);

    public void Dispose() => _folder.Dispose();

    private SigningIdentity Issue(SigningKey key, string name)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(_authority.Issue(key, name, Agency));
        return new SigningIdentity(key, [.. chain]);
    }
}
