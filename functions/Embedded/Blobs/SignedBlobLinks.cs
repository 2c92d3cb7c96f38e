using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Extensions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>Links of an office on one machine: <c>/links/{container}/{path}</c> with what they allow, signed with the office's own key.</summary>
internal sealed class SignedBlobLinks(KeyedHashes hashes) : IBlobLinks
{
    public const string Prefix = "/links";

    public Task<Uri> MakeAsync(StoredFile file, DateTimeOffset until, CancellationToken ct)
    {
        var second = until.ToUnixTimeSeconds();
        var query = new QueryBuilder
        {
            { "until", second.ToString(CultureInfo.InvariantCulture) },
            { "type", file.ContentType },
            { "name", file.FileName },
            { "signature", Base64Url.EncodeToString(Sign(file.Blob, second, file.ContentType, file.FileName)) },
        };
        return Task.FromResult(new Uri($"{Prefix}/{file.Blob}{query}", UriKind.Relative));
    }

    /// <summary>Whether this office made a link for exactly this.</summary>
    public bool Made(BlobName blob, long until, string type, string name, string signature) =>
        Base64Url.IsValid(signature) && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign(blob, until, type, name));

    // A name with a line feed in it could pass for another link, were it not last.
    private byte[] Sign(BlobName blob, long until, string type, string name) =>
        hashes.Bytes("blob-link", string.Create(CultureInfo.InvariantCulture, $"{blob}\n{until}\n{type.Length}\n{type}\n{name}"));
}
