using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>A file of a seal as it lies there.</summary>
public sealed record ProofFile(string Name, byte[] Bytes);

/// <summary>What proves a dossier's history without us: its lines, whose hash stands in the index, whose hash stands in the signed manifest.</summary>
/// <param name="Day">Of the seal.</param>
/// <param name="History">The lines, readable.</param>
/// <param name="Key">What the lines in <c>record.jsonl</c> are sealed with, base64; null where they are readable as they are.</param>
/// <param name="Files">The lines as they were sealed, whose <c>sha256sum</c> is what the index says; manifest, signature, timestamp, index.</param>
public sealed record SealProof(DateOnly Day, byte[] History, string? Key, IReadOnlyList<ProofFile> Files)
{
    /// <summary>False: the history is not what was sealed.</summary>
    public required bool Holds { get; init; }
}

/// <summary>Finds the seal that closes a dossier's history.</summary>
public sealed class SealProofs(SealShelf shelf, DossierStore dossiers)
{
    // A note written late is found by one of the next days.
    private const int DaysAfter = 10;

    /// <returns>Null while the last event is not sealed.</returns>
    public async Task<SealProof?> FindAsync(DossierCode code, CancellationToken ct)
    {
        var partition = await dossiers.PartitionAsync(code, ct);
        var last = partition.Last;
        var first = DateOnly.FromDateTime(last.Event.Stamp.At.Here().DateTime);
        for (var day = first; day <= first.AddDays(DaysAfter); day = day.AddDays(1))
        {
            if (await shelf.FindAsync(day, ct) is { } kept
                && (await shelf.IndexAsync(kept.Manifest, ct)).FirstOrDefault(line => line.Code == code.ToString() && line.Version >= last.Version) is { } line)
            {
                return await ProofAsync(day, kept, line, partition, ct);
            }
        }

        return null;
    }

    private async Task<SealProof> ProofAsync(DateOnly day, KeptManifest kept, ManifestLine line, DossierPartition partition, CancellationToken ct)
    {
        var record = DossierRecord.Of(partition.Record, line.Version, kept.Manifest.UpTo);
        var files = new List<ProofFile> { new("record.jsonl", LinesOf(record.Rows)), new("manifest.json", kept.Bytes) };
        foreach (var (name, stored) in new[]
        {
            ("manifest.sig", SealNames.Signature(day, kept.Sha256)), ("manifest.tst", SealNames.Timestamp(day, kept.Sha256)),
            ("index.ndjson.gz", kept.Manifest.Index.Name),
        })
        {
            files.AddRange(await shelf.ReadAsync(stored, ct) is { } bytes ? [new ProofFile(name, bytes)] : []);
        }

        return new SealProof(day, LinesOf(partition.Opened(record.Rows)), partition.Key?.InBase64, files) { Holds = record.Sha256() == line.Sha256 };
    }

    private static byte[] LinesOf(IEnumerable<TableRow> rows) => [.. rows.SelectMany(row => JournalLine.Of(row))];
}
