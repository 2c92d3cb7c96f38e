// Azure.Security.KeyVault.Keys 4.7.0 (REST: learn.microsoft.com/rest/api/keyvault/keys, version 7.4)
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace Azure.Security.KeyVault.Keys
{
    /// <summary>Asks a vault for its keys. Throttled answers (429, 503) are tried again as Azure.Core's policy says.</summary>
    public class KeyClient
    {
        private readonly Uri _vault = null!;
        private readonly VaultPipeline _pipeline = null!;

        protected KeyClient()
        {
        }

        public KeyClient(Uri vaultUri, TokenCredential credential)
            : this(vaultUri, credential, null)
        {
        }

        public KeyClient(Uri vaultUri, TokenCredential credential, KeyClientOptions? options)
        {
            _vault = vaultUri;
            _pipeline = new VaultPipeline(credential, options ?? new KeyClientOptions());
        }

        public virtual CryptographyClient GetCryptographyClient(string keyName, string? keyVersion = null) => new(AddressOf(keyName, keyVersion), _pipeline);

        public virtual async Task<Response<KeyVaultKey>> GetKeyAsync(string name, string? version = null, CancellationToken cancellationToken = default)
        {
            var (response, body) = await _pipeline.SendAsync(RequestMethod.Get, AddressOf(name, version), null, cancellationToken);
            return Response.FromValue(KeyVaultKey.Read(name, body), response);
        }

        public virtual AsyncPageable<KeyProperties> GetPropertiesOfKeyVersionsAsync(string name, CancellationToken cancellationToken = default) =>
            new KeyVersionPages(_pipeline, new Uri(_vault, $"keys/{name}/versions"), name, cancellationToken);

        private Uri AddressOf(string name, string? version) => new(_vault, version is null ? $"keys/{name}" : $"keys/{name}/{version}");
    }

    public class KeyClientOptions : ClientOptions;

    public class KeyVaultKey
    {
        private KeyVaultKey(JsonWebKey key, KeyProperties properties) => (Key, Properties) = (key, properties);

        public JsonWebKey Key { get; }

        public KeyType KeyType => Key.KeyType;

        public string Name => Properties.Name;

        public KeyProperties Properties { get; }

        internal static KeyVaultKey Read(string name, JsonElement body)
        {
            var key = body.GetProperty("key");
            return new(new JsonWebKey(key), KeyProperties.Read(name, key.GetProperty("kid").GetString()!, body.GetProperty("attributes")));
        }
    }

    public class KeyProperties(string name)
    {
        public string Name { get; } = name;

        public string Version { get; private init; } = "";

        public DateTimeOffset? CreatedOn { get; private init; }

        public bool? Enabled { get; set; }

        public DateTimeOffset? ExpiresOn { get; set; }

        public DateTimeOffset? NotBefore { get; set; }

        internal static KeyProperties Read(string name, string id, JsonElement attributes) => new(name)
        {
            Version = id[(id.LastIndexOf('/') + 1)..],
            CreatedOn = TimeOf(attributes, "created"),
            ExpiresOn = TimeOf(attributes, "exp"),
            NotBefore = TimeOf(attributes, "nbf"),
            Enabled = attributes.TryGetProperty("enabled", out var enabled) ? enabled.GetBoolean() : null,
        };

        private static DateTimeOffset? TimeOf(JsonElement attributes, string name) =>
            attributes.TryGetProperty(name, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64()) : null;
    }

    public class JsonWebKey
    {
        private readonly JsonElement _key;

        internal JsonWebKey(JsonElement key) => _key = key;

        public KeyType KeyType => new(_key.GetProperty("kty").GetString()!);

        public ECDsa ToECDsa(bool includePrivateParameters = false) =>
            ECDsa.Create(new ECParameters { Curve = CurveOf(_key.GetProperty("crv").GetString()!), Q = new ECPoint { X = Bytes("x"), Y = Bytes("y") } });

        public RSA ToRSA(bool includePrivateParameters = false) => RSA.Create(new RSAParameters { Modulus = Bytes("n"), Exponent = Bytes("e") });

        private static ECCurve CurveOf(string name) => name is "P-256" ? ECCurve.NamedCurves.nistP256 : throw new NotSupportedException($"Curve {name}.");

        private byte[] Bytes(string name) => System.Buffers.Text.Base64Url.DecodeFromChars(_key.GetProperty(name).GetString());
    }

    public readonly record struct KeyType(string Value)
    {
        public static KeyType Ec => new("EC");

        public static KeyType EcHsm => new("EC-HSM");

        public override string ToString() => Value;
    }
}
