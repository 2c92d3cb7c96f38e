using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

/// <summary>An issuer over real HTTP, and the doors that trust it.</summary>
public abstract class TokenReading : IAsyncLifetime
{
    protected FixedClock Clock { get; } = new(new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));

    protected TestIssuer Issuer { get; private set; } = null!;

    protected Issuers OpenDoors { get; private set; } = null!;

    protected Tokens Reader { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await TestIssuer.OpenAsync();
        OpenDoors = Open(new IdentitySettings { Citizens = { Authority = Issuer.Authority, Audience = "office" } });
        Reader = new Tokens(OpenDoors, new TokenCache(Clock), Clock);
    }

    public async Task DisposeAsync()
    {
        OpenDoors.Dispose();
        await Issuer.DisposeAsync();
    }

    protected ValueTask<Result<SignedIn>> ReadAsync(string token) => Reader.ReadAsync(token, default);

    protected async Task<string?> RefusalOfAsync(Action<SecurityTokenDescriptor> otherwise) =>
        (await ReadAsync(Issuer.Issue(Clock.GetUtcNow(), otherwise))).Refusal?.Code;

    protected Issuers Open(IdentitySettings settings) => new(Options.Create(settings), Clock, NullLogger<Issuers>.Instance);
}
