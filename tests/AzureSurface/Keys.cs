// Azure.Security.KeyVault.Keys 4.7.0
using System.Security.Cryptography;
using Azure.Core;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace Azure.Security.KeyVault.Keys
{
    public partial class JsonWebKey
    {
        internal JsonWebKey() => throw null;

        public ECDsa ToECDsa(bool includePrivateParameters = false) => throw null;

        public RSA ToRSA(bool includePrivateParameters = false) => throw null;
    }

    public partial class KeyClient
    {
        protected KeyClient() => throw null;

        public KeyClient(Uri vaultUri, TokenCredential credential) => throw null;

        public virtual CryptographyClient GetCryptographyClient(string keyName, string keyVersion = null) => throw null;

        public virtual Task<Response<KeyVaultKey>> GetKeyAsync(string name, string version = null, CancellationToken cancellationToken = default) => throw null;

        public virtual AsyncPageable<KeyProperties> GetPropertiesOfKeyVersionsAsync(string name, CancellationToken cancellationToken = default) => throw null;
    }

    public partial class KeyProperties
    {
        public KeyProperties(string name) => throw null;

        public DateTimeOffset? CreatedOn => throw null;

        public bool? Enabled { get => throw null; set => throw null; }

        public DateTimeOffset? ExpiresOn { get => throw null; set => throw null; }

        public DateTimeOffset? NotBefore { get => throw null; set => throw null; }

        public string Version => throw null;
    }

    public readonly partial struct KeyType : IEquatable<KeyType>
    {
        public KeyType(string value) => throw null;

        public static KeyType Ec => throw null;

        public static KeyType EcHsm => throw null;

        public bool Equals(KeyType other) => throw null;

        public override bool Equals(object obj) => throw null;

        public override int GetHashCode() => throw null;

        public static bool operator ==(KeyType left, KeyType right) => throw null;

        public static bool operator !=(KeyType left, KeyType right) => throw null;
    }

    public partial class KeyVaultKey
    {
        public KeyVaultKey(string name) => throw null;

        public JsonWebKey Key => throw null;

        public KeyType KeyType => throw null;

        public string Name => throw null;

        public KeyProperties Properties => throw null;
    }
}

namespace Azure.Security.KeyVault.Keys.Cryptography
{
    public partial class CryptographyClient
    {
        protected CryptographyClient() => throw null;

        public virtual Task<SignResult> SignAsync(SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellationToken = default) => throw null;
    }

    public readonly partial struct SignatureAlgorithm : IEquatable<SignatureAlgorithm>
    {
        public SignatureAlgorithm(string value) => throw null;

        public static SignatureAlgorithm ES256 => throw null;

        public static SignatureAlgorithm RS256 => throw null;

        public bool Equals(SignatureAlgorithm other) => throw null;

        public override bool Equals(object obj) => throw null;

        public override int GetHashCode() => throw null;
    }

    public partial class SignResult
    {
        internal SignResult() => throw null;

        public byte[] Signature => throw null;
    }
}
