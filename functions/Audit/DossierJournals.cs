using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Audit;

/// <summary>What a seal takes of one dossier.</summary>
/// <param name="Key">Its data key, wrapped; null for one of before there were keys, and for an erased one.</param>
/// <param name="Annex">Rows outside its partition, which may change: copied, but no part of the hash.</param>
internal sealed record DossierJournal(string Code, DossierRecord Record, byte[]? Key, IReadOnlyList<AnnexRow> Annex);

/// <summary>
/// Reads dossiers for a seal: the whole partition in one scan; their keys are copied, without which the seal would be of no use. Since
/// head and mark come with it, it is looked at once more whether the lists
/// followed the dossier's last change.
/// </summary>
public sealed partial class DossierJournals(
    DossierStore dossiers, IEnumerable<IDossierAnnex> annexes, ListRepair repair, KeyCopies keys, ILogger<DossierJournals> log)
{
    private const int AtOnce = 8;

    /// <param name="codes">As many as may be in memory at once.</param>
    /// <param name="end">Accesses from then on are left for the next seal.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<IReadOnlyList<DossierJournal>> ReadAsync(IReadOnlyList<string> codes, DateTimeOffset end, CancellationToken ct)
    {
        var journals = new DossierJournal[codes.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, codes.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, token) =>
            journals[n] = await ReadAsync(codes[n], end, token));
        await keys.AddAsync(journals.Where(one => one.Key is not null).ToDictionary(one => one.Code, one => one.Key!), ct);
        return journals;
    }

    private async Task<DossierJournal> ReadAsync(string code, DateTimeOffset end, CancellationToken ct)
    {
        var partition = await dossiers.PartitionAsync(DossierCode.Parse(code), ct);
        return new(code, DossierRecord.UpTo(end, partition.Record), partition.WrappedKey, await FollowUpAsync(code, partition, ct));
    }

    // One dossier that cannot be read is sealed as it lies there and keeps no other from being sealed.
    private async Task<IReadOnlyList<AnnexRow>> FollowUpAsync(string code, DossierPartition partition, CancellationToken ct)
    {
        try
        {
            if (partition.Erased is not null)
            {
                return [];
            }

            if (partition.Stored is not { } stored)
            {
                LogUnreadable(code);
                return [];
            }

            await repair.CheckAsync(stored.Dossier.Code, stored.Version, partition.ListsStandAt, ct);
            var papers = partition.Papers;
            var rows = await Task.WhenAll(annexes.Select(annex => annex.RowsAsync(stored.Dossier, papers, ct)));
            return [.. rows.SelectMany(annex => annex).Select(annex => SealedAnnex.Of(annex, partition.Key))];
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException or InvalidCastException)
        {
            LogUnreadable(code);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "{Code} was changed or looked at and cannot be read; it was sealed as it lies there.", EventName = "DossierUnreadable")]
    private partial void LogUnreadable(string code);
}
