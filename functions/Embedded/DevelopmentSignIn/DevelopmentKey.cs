using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>The development issuer's P-256 key, in a file only its owner may read; made at the first start, so that tokens outlive a restart.</summary>
internal sealed class DevelopmentKey : IDisposable
{
    private readonly ECDsa _key;

    public DevelopmentKey(string folder)
    {
        var path = Path.Combine(folder, "development-sign-in.pem");
        if (!File.Exists(path))
        {
            Make(path);
        }

        _key = ECDsa.Create();
        try
        {
            _key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception damaged) when (damaged is ArgumentException or CryptographicException)
        {
            throw FolderLostException.OfFile(path, damaged);
        }

        var name = Base64UrlEncoder.Encode(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()))[..16];

        // Without a cache of its own an office opened again in the same process would sign with the key of the one that closed.
        var key = new ECDsaSecurityKey(_key) { KeyId = name, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        Credentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256);
    }

    public SigningCredentials Credentials { get; }

    /// <summary>The public half (RFC 7517).</summary>
    public object Published()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            use = "sig",
            alg = "ES256",
            crv = "P-256",
            kid = Credentials.Kid,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y)
        };
    }

    public void Dispose() => _key.Dispose();

    // Under another name first: a start that dies half-way leaves no half key behind.
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path + ".new", options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
