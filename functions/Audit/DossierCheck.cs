using System.Text.Json;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>Compares one dossier as it lies in the table with what was sealed of it, and its state with its events.</summary>
public sealed class DossierCheck(SealShelf shelf)
{
    /// <summary>Reads the part only when the hash says that something differs.</summary>
    /// <exception cref="InvalidDataException">The part is missing or broken.</exception>
    internal async Task<IReadOnlyList<SealFinding>> AgainstAsync(SealManifest manifest, ManifestLine line, DossierPartition partition, CancellationToken ct)
    {
        var present = DossierRecord.Of(partition.Record, line.Version, manifest.UpTo);
        if (present.Sha256() == line.Sha256)
        {
            return [];
        }

        if (present.Rows.Count == 0)
        {
            return [SealFinding.Of(FindingKind.DossierRemoved, manifest.Day, line.Code)];
        }

        var was = await shelf.LinesAsync(manifest.Parts[line.Part - 1], ct).Where(IsRecordOf(line.Code)).Select(text => JournalLine.Read(text).Row)
            .ToListAsync(ct);
        return [.. Differences(was, present.Rows).Select(found => SealFinding.Of(found.Kind, manifest.Day, line.Code, found.Key))];
    }

    /// <summary>What the newest day shows of the dossier: the state follows from the events.</summary>
    internal static IEnumerable<SealFinding> Inside(string code, DossierPartition partition, DateOnly day)
    {
        if (partition.Record.Count == 0)
        {
            yield break;
        }

        if (partition.Erased is { } erased)
        {
            foreach (var row in partition.Record.Where(row => DossierPartition.VersionOf(row.Key) > erased.Events))
            {
                yield return SealFinding.Of(FindingKind.EventAdded, day, code, row.Key);
            }

            yield break; // Nobody can read its events any more; that they are those that were sealed, the seals say.
        }

        var (head, beyond) = Follow(partition);
        foreach (var key in beyond)
        {
            yield return SealFinding.Of(FindingKind.EventAdded, day, code, key);
        }

        if (!head && beyond.Count == 0)
        {
            yield return SealFinding.Of(FindingKind.HeadDiffers, day, code);
        }
    }

    private static (bool Head, IReadOnlyList<string> Beyond) Follow(DossierPartition partition)
    {
        try
        {
            var stored = partition.Stored;
            var beyond = partition.Record.Where(row => DossierPartition.VersionOf(row.Key) > stored?.Version).Select(row => row.Key).ToList();
            var record = partition.Record.Where(row => !beyond.Contains(row.Key)).ToList();
            var replayed = DossierPartition.Replay(record, partition.Key);
            return (stored is not null && replayed.Version == stored.Version && Same(replayed.Dossier, stored.Dossier), beyond);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or KeyNotFoundException or FormatException or InvalidCastException
            or InvalidOperationException)
        {
            return (false, []);
        }
    }

    private static IEnumerable<(FindingKind Kind, string Key)> Differences(IReadOnlyList<TableRow> was, IReadOnlyList<TableRow> present)
    {
        var (before, now) = (was.ToDictionary(row => row.Key), present.ToDictionary(row => row.Key));
        foreach (var key in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (sealed_, there) = (before.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (sealed_ is null || there is null || !JournalLine.Of(sealed_).AsSpan().SequenceEqual(JournalLine.Of(there)))
            {
                yield return (KindOf(key, sealed_ is not null, there is not null), key);
            }
        }
    }

    private static FindingKind KindOf(
        string key, bool was, bool isThere) => (DossierPartition.IsEvent(key), DossierPartition.IsAccess(key), was, isThere) switch
        {
            (true, _, true, true) => FindingKind.EventAltered,
            (true, _, true, false) => FindingKind.EventRemoved,
            (true, _, false, _) => FindingKind.EventAdded,
            (_, true, true, true) => FindingKind.AccessAltered,
            (_, true, true, false) => FindingKind.AccessRemoved,
            (_, true, false, _) => FindingKind.AccessAdded,
            (_, _, true, true) => FindingKind.FormAltered,
            (_, _, true, false) => FindingKind.FormRemoved,
            _ => FindingKind.FormAdded,
        };

    private static Func<string, bool> IsRecordOf(string code) => line => line.StartsWith($"{{\"p\":\"{code}\",", StringComparison.Ordinal);

    private static bool Same<T>(T one, T other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, OfficeJson.Stored).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, OfficeJson.Stored));
}
