using System.Security.Cryptography;
using Azure;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Keys;
using PublicAdmin.Azure;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>Wrapping in a vault: each version opens what it wrapped and nothing else.</summary>
public sealed class KeyVaultDataKeyTests : Xunit.IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private StandInVault _vault = null!;

    [Xunit.Fact]
    public async Task What_a_version_wrapped_it_opens_again_also_after_a_rotation()
    {
        var first = await Open().NewestAsync(Ct);
        var wrapped = await Open().WrapAsync(first, _key, Ct);
        await Task.Delay(1100, Ct); // The vault counts in whole seconds.
        var second = _vault.Add(IVaultKey.Name, ec: false);

        Assert.Equal(second.Version, await Open().NewestAsync(Ct));
        Assert.Equal(_key, await Open().UnwrapAsync(first, wrapped, Ct));
        Assert.NotEqual(_key, wrapped);
    }

    [Xunit.Fact]
    public async Task Without_a_version_that_may_be_used_nothing_is_wrapped()
    {
        var version = await Open().NewestAsync(Ct);
        var wrapped = await Open().WrapAsync(version, _key, Ct);
        _vault.Find(IVaultKey.Name)!.Enabled = false;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Open().NewestAsync(Ct));
        await Assert.ThrowsAsync<RequestFailedException>(() => Open().UnwrapAsync(version, wrapped, Ct));
    }

    public async Task InitializeAsync() => _vault = await StandInVault.StartAsync();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    private KeyVaultDataKey Open()
    {
        var options = Patience.Bound(new KeyClientOptions());
        options.Transport = new HttpClientTransport(StandInCertificate.Trusting());
        return new(new KeyClient(_vault.Address, new StandInTokens(), options), TimeProvider.System);
    }
}
