using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Keys;
using PublicAdmin.Azure;
using PublicAdmin.Signing;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>The signing keys over the line: versions, throttling, keys that may not sign.</summary>
public sealed class KeyVaultSigningKeysTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly byte[] _digest = SHA256.HashData("giấy khai sinh"u8);
    private StandInVault _vault = null!;

    [Xunit.Theory]
    [InlineData(true, SigningAlgorithm.ES256)]
    [InlineData(false, SigningAlgorithm.RS256)]
    public async Task A_key_signs_and_its_public_half_agrees(bool ec, SigningAlgorithm algorithm)
    {
        _vault.Add("seal", ec);
        var keys = Open();

        var key = (await keys.FindAsync("seal", null, Ct))!;
        var signature = await keys.SignAsync(key, _digest, Ct);

        Assert.Equal(algorithm, key.Algorithm);
        Assert.True(Agrees(key, signature, ec));
    }

    [Xunit.Fact]
    public async Task The_newest_version_signs_unless_it_was_disabled_or_has_ended_and_an_older_one_is_found_by_its_name()
    {
        var first = _vault.Add("seal");
        await Task.Delay(1100, Ct); // The vault counts in whole seconds.
        var second = _vault.Add("seal");
        Assert.Equal(second.Version, (await Open().FindAsync("seal", null, Ct))!.Version);
        Assert.Equal(first.Version, (await Open().FindAsync("seal", first.Version, Ct))!.Version);

        second.Enabled = false;
        Assert.Equal(first.Version, (await Open().FindAsync("seal", null, Ct))!.Version);

        first.ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds();
        Assert.Null(await Open().FindAsync("seal", null, Ct));
    }

    [Xunit.Fact]
    public async Task All_versions_are_looked_through_page_after_page()
    {
        Enumerable.Range(0, 5).ToList().ForEach(_ => _vault.Add("seal").Enabled = false);
        var last = _vault.Add("seal");

        Assert.Equal(last.Version, (await Open().FindAsync("seal", null, Ct))!.Version);
    }

    [Xunit.Fact]
    public async Task A_key_that_is_not_there_or_was_deleted_is_nobody()
    {
        _vault.Add("seal").IsDeleted = true;

        Assert.Null(await Open().FindAsync("seal", null, Ct));
        Assert.Null(await Open().FindAsync("nobody", null, Ct));
    }

    [Xunit.Fact]
    public async Task A_busy_vault_is_asked_again_and_then_the_work_is_put_off_for_as_long_as_it_says()
    {
        _vault.Add("seal");
        var keys = Open();
        _vault.Throttle(1);
        var key = (await keys.FindAsync("seal", null, Ct))!;

        _vault.Throttle(100);
        var busy = await Assert.ThrowsAsync<SigningKeysBusyException>(() => keys.SignAsync(key, _digest, Ct));

        Assert.Equal(TimeSpan.FromSeconds(1), busy.RetryAfter);
    }

    public async Task InitializeAsync() => _vault = await StandInVault.StartAsync();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    private KeyVaultSigningKeys Open()
    {
        var options = Patience.Bound(new KeyClientOptions());
        options.Transport = new HttpClientTransport(StandInCertificate.Trusting());
        return new(new KeyClient(_vault.Address, new StandInTokens(), options), TimeProvider.System);
    }

    private bool Agrees(SigningKey key, byte[] signature, bool ec)
    {
        if (ec)
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey.Span, out _);
            return ecdsa.VerifyHash(_digest, signature);
        }

        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey.Span, out _);
        return rsa.VerifyHash(_digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
