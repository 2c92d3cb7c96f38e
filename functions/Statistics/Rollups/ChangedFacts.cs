using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// Which dossiers the books have still to hear of. The row lies beside the receiving office's work list, in a batch that is written anyway, and only when
/// something that is counted has changed; the roll-up takes it away.
/// </summary>
public sealed class ChangedFacts(ITables tables) : IDossierList
{
    private const string Prefix = "q|";
    private const string Mark = "M";

    private readonly ITable _lists = tables[Tables.Lists];

    // A linked case is counted by its parts.
    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier.IsCase() ? []
        : [new(WorkList.PartitionOf(dossier.Places.Receipt), Prefix + dossier.Code, new Dictionary<string, object?> { [Mark] = MarkOf(dossier) })];

    /// <summary>Something outside its history has changed what is counted.</summary>
    public Task NoteAsync(Dossier dossier, DateTimeOffset at, CancellationToken ct) => _lists.WriteAsync(
        [RowChange.Upsert(
            new TableRow(
                WorkList.PartitionOf(dossier.Places.Receipt), Prefix + dossier.Code,
                new Dictionary<string, object?> { [Mark] = at.UtcTicks.ToString(CultureInfo.InvariantCulture) }))], ct);

    /// <summary>Rows of one office, the first by code.</summary>
    public async Task<IReadOnlyList<TableRow>> ReadAsync(string office, int most, CancellationToken ct) =>
        (await _lists.ScanAsync(RowRange.Prefix(WorkList.PartitionOf(office), Prefix), most, ct)).Rows;

    public static DossierCode CodeOf(TableRow row) => DossierCode.Parse(row.Key[Prefix.Length..]);

    /// <summary>Forgets rows that were counted; one that was written again meanwhile carries another tag and stays.</summary>
    public async Task ForgetAsync(IEnumerable<TableRow> rows, CancellationToken ct)
    {
        foreach (var batch in rows.GroupBy(row => row.Partition).SelectMany(partition => partition.Chunk(TableLimits.MaxChanges)))
        {
            if (!await TryDeleteAsync(batch, ct))
            {
                foreach (var row in batch)
                {
                    await TryDeleteAsync([row], ct);
                }
            }
        }
    }

    // All that a fact is made of, short: another text means that the fact has changed. Who has been in several offices may have come back between two
    // projections, which the state alone does not show.
    private static string MarkOf(Dossier dossier)
    {
        object?[] parts =
        [
            PhaseCounted(dossier.Phase), dossier.Holding, dossier.Places.Competent, dossier.Deadline?.OwedAt.UtcTicks, dossier.Apology is ApologyState.Sent,
            dossier.Pauses.Count, dossier.OpenPause?.Kind, dossier.SupplementRounds, dossier.Fees.Items.Count, dossier.Fees.Receipts.Count, dossier.PaperCount,
            dossier.Offices.Count > 1 ? dossier.Portal.Version : 0,
        ];
        return string.Join(' ', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
    }

    // What an officer does between taking and proposing changes nothing in the books, nor does the return.
    private static Phase PhaseCounted(Phase phase) => phase switch
    {
        Phase.Assigned or Phase.Proposed or Phase.Approved => Phase.Received,
        Phase.Returned => Phase.Issued,
        _ => phase,
    };

    private async Task<bool> TryDeleteAsync(TableRow[] rows, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync([.. rows.Select(row => RowChange.Delete(row.Partition, row.Key, row.Tag))], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false;
        }
    }
}
