using System.Buffers.Text;
using System.Security.Cryptography;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>One version of a key in the stand-in vault.</summary>
internal sealed class VaultKey(string name, bool ec)
{
    private readonly ECDsa? _ec = ec ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
    private readonly RSA? _rsa = ec ? null : RSA.Create(2048);
    private readonly long _created = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public string Version { get; } = Guid.NewGuid().ToString("N");

    public bool Enabled { get; set; } = true;

    /// <summary>Softly: it can be recovered, and its name is taken.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Seconds since 1970; null for no end.</summary>
    public long? ExpiresAt { get; set; }

    public byte[] PublicKey => _ec?.ExportSubjectPublicKeyInfo() ?? _rsa!.ExportSubjectPublicKeyInfo();

    public object Attributes => new Dictionary<string, object?> { ["enabled"] = Enabled, ["created"] = _created, ["updated"] = _created, ["exp"] = ExpiresAt }
        .Where(pair => pair.Value is not null).ToDictionary();

    public string Id(Uri vault) => $"{vault}keys/{name}/{Version}";

    public object Describe(Uri vault) => new { key = Key(vault), attributes = Attributes };

    /// <summary>ES256 as r and s one behind the other (RFC 7518 section 3.4), or RS256.</summary>
    public byte[] Sign(byte[] sha256) => _ec?.SignHash(sha256) ?? _rsa!.SignHash(sha256, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>RSA-OAEP-256; null for a key of another kind.</summary>
    public byte[]? Wrap(byte[] key) => _rsa?.Encrypt(key, RSAEncryptionPadding.OaepSHA256);

    public byte[]? Unwrap(byte[] wrapped) => _rsa?.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);

    private Dictionary<string, object> Key(Uri vault)
    {
        string[] signs = ["sign", "verify"];
        var key = new Dictionary<string, object> { ["kid"] = Id(vault), ["key_ops"] = _ec is null ? [.. signs, "wrapKey", "unwrapKey"] : signs };
        if (_ec is not null)
        {
            var point = _ec.ExportParameters(false).Q;
            (key["kty"], key["crv"], key["x"], key["y"]) = ("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        }
        else
        {
            var parameters = _rsa!.ExportParameters(false);
            (key["kty"], key["n"], key["e"]) = ("RSA", Base64Url.EncodeToString(parameters.Modulus), Base64Url.EncodeToString(parameters.Exponent));
        }

        return key;
    }
}
