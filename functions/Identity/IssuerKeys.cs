using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace PublicAdmin.Identity;

/// <summary>
/// An issuer's discovery document and keys, read once and again after half a day. A token signed with a key not known here
/// makes it look again at once, since the issuer may have changed its keys, but not more often than <see cref="Pause"/>:
/// a flood of invented keys must not become a flood upon the issuer.
/// </summary>
public sealed partial class IssuerKeys(string authority, IDocumentRetriever documents, TimeProvider clock, ILogger log) : IDisposable
{
    public static readonly TimeSpan Age = TimeSpan.FromHours(12);

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Reading? _latest;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <returns>Null while the issuer has never been reached.</returns>
    public async ValueTask<OpenIdConnectConfiguration?> ReadAsync(CancellationToken ct)
    {
        var latest = _latest;
        return latest is not null && clock.GetUtcNow() - latest.At < Age ? latest.Configuration : await ReadAgainAsync(latest, ct);
    }

    /// <summary>After a key was not found in what was read before.</summary>
    public Task<OpenIdConnectConfiguration?> ReadNewerAsync(OpenIdConnectConfiguration seen, CancellationToken ct)
    {
        var latest = _latest;
        return latest is not null && ReferenceEquals(latest.Configuration, seen)
            ? ReadAgainAsync(latest, ct)
            : Task.FromResult(latest?.Configuration);
    }

    public void Dispose() => _one.Dispose();

    private async Task<OpenIdConnectConfiguration?> ReadAgainAsync(Reading? seen, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (ReferenceEquals(_latest, seen) && now - _triedAt >= Pause)
            {
                _triedAt = now;
                _latest = await FetchAsync() is { } configuration ? new Reading(configuration, now) : _latest;
            }

            return _latest?.Configuration;
        }
        finally
        {
            _one.Release();
        }
    }

    // Not under the caller's cancellation: others wait for the same answer. The HTTP client has its own limit of time.
    private async Task<OpenIdConnectConfiguration?> FetchAsync()
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{authority}/.well-known/openid-configuration", documents, CancellationToken.None);
            return configuration is { Issuer.Length: > 0, SigningKeys.Count: > 0 } ? configuration : null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or JsonException or InvalidOperationException or ArgumentException or WebException)
        {
            LogUnreachable(authority, e.GetType().Name);
            return null;
        }
    }

    private sealed record Reading(OpenIdConnectConfiguration Configuration, DateTimeOffset At);

    [LoggerMessage(LogLevel.Warning, "The issuer {Authority} could not be read: {Reason}.", EventName = "IssuerUnreachable")]
    private partial void LogUnreachable(string authority, string reason);
}
