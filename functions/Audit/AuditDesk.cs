using System.Collections.Concurrent;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

/// <summary>Answers whether a day, or a dossier, is still as it was sealed.</summary>
public sealed class AuditDesk(SealCheck seals, DossierCheck check, SealShelf shelf, DossierStore dossiers, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>The seal itself and every dossier in it, at the cost of one scan for each.</summary>
    /// <returns>Null when the day was never sealed.</returns>
    public async Task<SealVerdict?> CheckAsync(DateOnly day, CancellationToken ct)
    {
        if (await seals.CheckAsync(day, ct) is not { } state)
        {
            return null;
        }

        if (state.Kept is not { Manifest: { } manifest } || await IndexAsync(manifest, ct) is not { } index)
        {
            return SealVerdict.Of([day], 0, state.Findings);
        }

        var found = new ConcurrentBag<SealFinding>();
        await Parallel.ForEachAsync(index, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (line, token) =>
        {
            var partition = await dossiers.PartitionAsync(DossierCode.Parse(line.Code), token);
            foreach (var finding in (await AgainstAsync(manifest, line, partition, token)).Concat(DossierCheck.Inside(line.Code, partition, day)))
            {
                found.Add(finding);
            }
        });
        var ordered = found.DistinctBy(finding => (finding.Kind, finding.Code, finding.Key)).OrderBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Key, StringComparer.Ordinal);
        return SealVerdict.Of([day], index.Count, [.. state.Findings, .. ordered], state.StampedAt);
    }

    /// <summary>A dossier against every seal that holds it, as <see cref="DossierDays"/> finds them.</summary>
    /// <returns>Null when neither the table nor a seal knows the code.</returns>
    public async Task<SealVerdict?> CheckAsync(DossierCode code, CancellationToken ct)
    {
        var (days, findings, partition) = (new List<DateOnly>(), new List<SealFinding>(), await dossiers.PartitionAsync(code, ct));
        foreach (var day in DossierDays.Of(code, partition, clock.Today()))
        {
            if (await SealOfAsync(day, findings, ct) is { } manifest && await LineAsync(manifest, code, findings, ct) is { } line)
            {
                days.Add(day);
                findings.AddRange(await AgainstAsync(manifest, line, partition, ct));
            }
        }

        findings.AddRange(DossierCheck.Inside(code.ToString(), partition, days.Count > 0 ? days[0] : clock.Today()));
        return days.Count == 0 && partition.Record.Count == 0
            ? null
            : SealVerdict.Of(days, 1, [.. findings.DistinctBy(finding => (finding.Kind, finding.Code, finding.Key))]);
    }

    private async Task<SealManifest?> SealOfAsync(DateOnly day, List<SealFinding> findings, CancellationToken ct)
    {
        var (kept, unreadable) = await shelf.TryFindAsync(day, ct);
        findings.AddRange(unreadable ? [SealFinding.Of(FindingKind.ManifestUnreadable, day)] : []);
        return kept?.Manifest;
    }

    private async Task<ManifestLine?> LineAsync(SealManifest manifest, DossierCode code, List<SealFinding> findings, CancellationToken ct)
    {
        if (await IndexAsync(manifest, ct) is { } index)
        {
            return index.FirstOrDefault(line => line.Code == code.ToString());
        }

        findings.Add(SealFinding.Of(FindingKind.FileAltered, manifest.Day, key: manifest.Index.Name));
        return null;
    }

    /// <returns>Null when it is missing or broken, which the check of the seal says.</returns>
    private async Task<IReadOnlyList<ManifestLine>?> IndexAsync(SealManifest manifest, CancellationToken ct)
    {
        try
        {
            return await shelf.IndexAsync(manifest, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SealFinding>> AgainstAsync(SealManifest manifest, ManifestLine line, DossierPartition partition, CancellationToken ct)
    {
        try
        {
            return await check.AgainstAsync(manifest, line, partition, ct);
        }
        catch (InvalidDataException)
        {
            return [SealFinding.Of(FindingKind.FileAltered, manifest.Day, key: manifest.Parts[line.Part - 1].Name)];
        }
    }
}
