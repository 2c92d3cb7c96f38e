using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Audit;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Signing;
using PublicAdmin.Tests.Signing;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Where there is a timestamp authority, it has seen the signature of each sealed day.</summary>
public sealed class SealTimestampTests : IDisposable
{
    private static readonly byte[] Manifest = "{\"day\":\"2026-11-20\"}"u8.ToArray();
    private readonly TempFolder _folder = new();

    [FactNeeding("openssl")]
    public async Task A_signature_is_stamped_by_an_authority_and_the_stamp_fits_no_other()
    {
        using var authority = new OpensslTimestamps();
        var (signer, signature) = await SignAsync(new HttpClient(authority));

        var token = await signer.StampAsync(signature, default);

        Assert.NotNull(SealSigner.StampedAt(token!, signature));
        Assert.Null(SealSigner.StampedAt(token!, [.. signature[..^1], (byte)(signature[^1] ^ 1)]));
        Assert.Null(SealSigner.StampedAt([1, 2, 3], signature));
    }

    [Fact]
    public async Task An_authority_that_is_away_does_not_keep_a_day_from_being_sealed()
    {
        using var away = new Away();
        var (signer, signature) = await SignAsync(new HttpClient(away));

        Assert.Null(await signer.StampAsync(signature, default));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(SealSigner Signer, byte[] Signature)> SignAsync(HttpClient http)
    {
        var keys = new KeyFileSigningKeys(_folder["keys"]);
        var signer = new SealSigner(keys, NullLogger<SealSigner>.Instance, new TimestampAuthority(http, new Uri("http://tsa.example/")));
        var signature = await signer.SignAsync(keys.EnsureExists(SealSigner.Key), Manifest, default);
        Assert.True(SealSigner.Holds(SealSigner.Describe(await signer.KeyAsync(default)), Manifest, signature));
        Assert.False(SealSigner.Holds(SealSigner.Describe(await signer.KeyAsync(default)), RandomNumberGenerator.GetBytes(20), signature));
        return (signer, signature);
    }

    private sealed class Away : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
    }
}
