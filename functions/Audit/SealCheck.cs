using System.Security.Cryptography;

namespace PublicAdmin.Audit;

/// <summary>What the check of a seal itself found.</summary>
/// <param name="Kept">Null when there is no readable manifest.</param>
internal sealed record SealState(KeptManifest? Kept, IReadOnlyList<SealFinding> Findings, DateTimeOffset? StampedAt);

/// <summary>Checks a day's seal without its dossiers: files, immutability, signature, timestamp, and the chain to both neighbours.</summary>
public sealed class SealCheck(SealShelf shelf, SealSigner signer, SealedDays days, SealRetention retention)
{
    /// <returns>Null when the day was never sealed.</returns>
    internal async Task<SealState?> CheckAsync(DateOnly day, CancellationToken ct)
    {
        var (kept, unreadable) = await shelf.TryFindAsync(day, ct);
        var (next, _) = await shelf.TryFindAsync(day.AddDays(1), ct);
        var listed = await days.FindAsync(day, ct);
        if (unreadable)
        {
            return new SealState(null, [SealFinding.Of(FindingKind.ManifestUnreadable, day)], null);
        }

        if (kept is null)
        {
            return next?.Manifest.Previous?.Day == day || listed is not null
                ? new SealState(null, [SealFinding.Of(FindingKind.ManifestMissing, day)], null)
                : null;
        }

        var findings = new List<SealFinding>();
        var confirmed = next?.Manifest.Previous == new PreviousSeal(day, kept.Sha256);
        if ((next is not null && !confirmed) || (listed is not null && listed.Sha256 != kept.Sha256) || kept.Manifest.Day != day)
        {
            findings.Add(SealFinding.Of(FindingKind.ManifestAltered, day));
        }

        findings.AddRange(await BeforeAsync(kept.Manifest, ct));
        var stampedAt = await SignatureAsync(kept, confirmed, findings, ct);
        await FilesAsync(kept, findings, ct);
        return new SealState(kept, findings, stampedAt);
    }

    private async Task<IReadOnlyList<SealFinding>> BeforeAsync(SealManifest manifest, CancellationToken ct)
    {
        if (manifest.Previous is not { } named)
        {
            return [];
        }

        return await shelf.TryFindAsync(named.Day, ct) switch
        {
            (_, true) => [SealFinding.Of(FindingKind.ManifestUnreadable, named.Day)],
            (null, _) => [SealFinding.Of(FindingKind.ManifestMissing, named.Day)],
            ({ } before, _) when before.Sha256 != named.Sha256 => [SealFinding.Of(FindingKind.ManifestAltered, named.Day)],
            _ when named.Day != manifest.Day.AddDays(-1) => [SealFinding.Of(FindingKind.ManifestMissing, manifest.Day.AddDays(-1))],
            _ => [],
        };
    }

    /// <param name="kept">Whose signature.</param>
    /// <param name="confirmed">The next day names this manifest: then a key the vault no longer shows is one that has been rotated away.</param>
    /// <param name="findings">What is wrong is added.</param>
    /// <param name="ct">Cancels.</param>
    private async Task<DateTimeOffset?> SignatureAsync(KeptManifest kept, bool confirmed, List<SealFinding> findings, CancellationToken ct)
    {
        var (day, named) = (kept.Manifest.Day, kept.Manifest.Key);
        var known = await signer.FindAsync(named, ct);
        if (known is null ? !confirmed : SealSigner.Describe(known) != named)
        {
            findings.Add(SealFinding.Of(FindingKind.KeyForeign, day));
        }

        if (await shelf.ReadAsync(SealNames.Signature(day, kept.Sha256), ct) is not { } signature)
        {
            findings.Add(SealFinding.Of(FindingKind.SignatureMissing, day));
            return null;
        }

        if (!SealSigner.Holds(known is null ? named : SealSigner.Describe(known), kept.Bytes, signature))
        {
            findings.Add(SealFinding.Of(FindingKind.SignatureInvalid, day));
        }

        if (await shelf.ReadAsync(SealNames.Timestamp(day, kept.Sha256), ct) is not { } token)
        {
            return null;
        }

        var stampedAt = SealSigner.StampedAt(token, signature);
        findings.AddRange(stampedAt is null ? [SealFinding.Of(FindingKind.TimestampInvalid, day)] : []);
        return stampedAt;
    }

    private async Task FilesAsync(KeptManifest kept, List<SealFinding> findings, CancellationToken ct)
    {
        var (day, until) = (kept.Manifest.Day, retention.Until(kept.Manifest.Day, kept.Manifest.SealedAt));
        foreach (var file in kept.Manifest.Files)
        {
            if (await shelf.ReadAsync(file.Name, ct) is not { } bytes)
            {
                findings.Add(SealFinding.Of(FindingKind.FileMissing, day, key: file.Name));
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256)
            {
                findings.Add(SealFinding.Of(FindingKind.FileAltered, day, key: file.Name));
            }
        }

        foreach (var name in kept.Manifest.Files.Select(file => file.Name).Append(SealNames.Manifest(day)))
        {
            if (await shelf.PropertiesAsync(name, ct) is { } there && !(there.SealedUntil >= until.AddSeconds(-1)))
            {
                findings.Add(SealFinding.Of(FindingKind.FileNotSealed, day, key: name));
            }
        }
    }
}
