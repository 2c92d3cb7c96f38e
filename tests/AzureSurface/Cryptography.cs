// Azure.Security.KeyVault.Keys 4.7.0 (REST: learn.microsoft.com/rest/api/keyvault/keys, version 7.4)
using System.Text.Json;
using Azure.Core;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>Signs and wraps with one version of one key, inside the vault. Like Microsoft's it looks at the key once before the first time.</summary>
public class CryptographyClient
{
    private readonly Uri _key = null!;
    private readonly VaultPipeline _pipeline = null!;
    private bool _seen;

    protected CryptographyClient()
    {
    }

    internal CryptographyClient(Uri key, VaultPipeline pipeline) => (_key, _pipeline) = (key, pipeline);

    public virtual async Task<SignResult> SignAsync(SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellationToken = default)
    {
        var (id, signature) = await AskAsync("sign", algorithm.Value, digest, cancellationToken);
        return new SignResult(id, signature, algorithm);
    }

    public virtual async Task<WrapResult> WrapKeyAsync(KeyWrapAlgorithm algorithm, byte[] key, CancellationToken cancellationToken = default)
    {
        var (id, wrapped) = await AskAsync("wrapkey", algorithm.Value, key, cancellationToken);
        return new WrapResult(id, wrapped, algorithm);
    }

    public virtual async Task<UnwrapResult> UnwrapKeyAsync(
        KeyWrapAlgorithm algorithm, byte[] encryptedKey, CancellationToken cancellationToken = default)
    {
        var (id, key) = await AskAsync("unwrapkey", algorithm.Value, encryptedKey, cancellationToken);
        return new UnwrapResult(id, key, algorithm);
    }

    private async Task<(string Id, byte[] Value)> AskAsync(string operation, string algorithm, byte[] value, CancellationToken ct)
    {
        if (!_seen)
        {
            await _pipeline.SendAsync(RequestMethod.Get, _key, null, ct);
            _seen = true;
        }

        var body = new { alg = algorithm, value = System.Buffers.Text.Base64Url.EncodeToString(value) };
        var (_, answer) = await _pipeline.SendAsync(RequestMethod.Post, new Uri($"{_key.AbsoluteUri}/{operation}"), body, ct);
        return (answer.GetProperty("kid").GetString()!, System.Buffers.Text.Base64Url.DecodeFromChars(answer.GetProperty("value").GetString()));
    }
}

public readonly record struct SignatureAlgorithm(string Value)
{
    public static SignatureAlgorithm ES256 => new("ES256");

    public static SignatureAlgorithm RS256 => new("RS256");

    public override string ToString() => Value;
}

public readonly record struct KeyWrapAlgorithm(string Value)
{
    public static KeyWrapAlgorithm RsaOaep256 => new("RSA-OAEP-256");

    public override string ToString() => Value;
}

public class WrapResult
{
    internal WrapResult(string keyId, byte[] key, KeyWrapAlgorithm algorithm) => (KeyId, EncryptedKey, Algorithm) = (keyId, key, algorithm);

    public KeyWrapAlgorithm Algorithm { get; }

    public byte[] EncryptedKey { get; }

    public string KeyId { get; }
}

public class UnwrapResult
{
    internal UnwrapResult(string keyId, byte[] key, KeyWrapAlgorithm algorithm) => (KeyId, Key, Algorithm) = (keyId, key, algorithm);

    public KeyWrapAlgorithm Algorithm { get; }

    public byte[] Key { get; }

    public string KeyId { get; }
}

public class SignResult
{
    internal SignResult(string keyId, byte[] signature, SignatureAlgorithm algorithm) => (KeyId, Signature, Algorithm) = (keyId, signature, algorithm);

    public SignatureAlgorithm Algorithm { get; }

    public string KeyId { get; }

    public byte[] Signature { get; }
}
