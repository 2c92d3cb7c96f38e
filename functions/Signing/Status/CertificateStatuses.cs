using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>
/// What authorities say of certificates: OCSP first, then revocation lists. An answer is kept until its next update, an hour at most, so that a
/// revocation is heard of within the hour; an authority that did not answer is left alone for half a minute.
/// </summary>
public sealed class CertificateStatuses(HttpClient http, TimeProvider clock)
{
    private const int MostKept = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    private readonly AuthorityWire _wire = new(http);
    private readonly ConcurrentDictionary<string, (StatusProof? Proof, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    /// <summary>What may be relied on today.</summary>
    /// <returns>Null when no authority gave an answer that is signed by it and in its time.</returns>
    public async Task<StatusProof?> FindAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(certificate.Thumbprint, out var kept) && now < kept.Until)
        {
            return kept.Proof;
        }

        var proof = await AskAsync(certificate, issuer, now, ct);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[certificate.Thumbprint] = (proof, UntilOf(proof, now));
        return proof;
    }

    private async Task<StatusProof?> AskAsync(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset now, CancellationToken ct)
    {
        var addresses = StatusAddresses.Of(certificate);
        foreach (var address in addresses.Ocsp)
        {
            if (await _wire.AskAsync(address, OcspAnswers.Ask(certificate, issuer), ct) is { } der
                && OcspAnswers.Read(der, certificate, issuer) is { Status: not CertificateStatus.Unknown } answer && IsCurrent(answer, now))
            {
                return new(Ocsp: true, der, answer);
            }
        }

        foreach (var address in addresses.Lists)
        {
            if (await _wire.GetAsync(address, ct) is { } der && RevocationLists.Read(der, certificate, issuer) is { } answer && IsCurrent(answer, now))
            {
                return new(Ocsp: false, der, answer);
            }
        }

        return null;
    }

    private static bool IsCurrent(StatusAnswer answer, DateTimeOffset now) => answer.ThisUpdate <= now + ClocksDiffer && !(answer.NextUpdate < now);

    private static DateTimeOffset UntilOf(StatusProof? proof, DateTimeOffset now) => proof switch
    {
        null => now + AfterSilence,
        { Answer.NextUpdate: { } next } => next < now + Longest ? next : now + Longest,
        _ => now + Shortest,
    };
}
