using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>
/// Sổ biên lai: the number of a receipt is booked once in an office. It is kept for its dossier before the dossier is written, so that of two
/// cashiers who give the same one at once the second is told; what was paid with a filing is entered when the filing is projected.
/// </summary>
public sealed class ReceiptNumbers(ITables tables, DossierStore dossiers, TimeProvider clock) : IDossierList
{
    private const string Holder = "Code";
    private const string KeptAt = "At";

    // A number kept for a dossier that does not bear it: the act was broken off, and after this time it is free again.
    private static readonly TimeSpan Reserved = TimeSpan.FromMinutes(10);

    private readonly ITable _table = tables[Tables.Lists];

    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier.Fees.Receipts
        .Select(receipt => new ListRow(PartitionOf(dossier.Places.Receipt), KeyOf(receipt.Number), ValuesOf(dossier.Code, receipt.At)))
        .DistinctBy(row => row.Key);

    /// <summary>The dossier that bears a number in an office, or for which it was just kept; null for none.</summary>
    public async Task<DossierCode?> HolderAsync(string office, string number, CancellationToken ct) =>
        await _table.FindAsync(PartitionOf(office), KeyOf(number), ct) is { } kept && await BearsAsync(kept, number, ct) ? CodeIn(kept) : null;

    /// <returns>The other dossier that bears it; null when it is this one's from now on.</returns>
    public async Task<DossierCode?> KeepAsync(string office, string number, DossierCode code, CancellationToken ct)
    {
        while (true)
        {
            var kept = await _table.FindAsync(PartitionOf(office), KeyOf(number), ct);
            if (kept is not null && (CodeIn(kept) == code || await BearsAsync(kept, number, ct)))
            {
                return CodeIn(kept) == code ? null : CodeIn(kept);
            }

            var mine = new TableRow(PartitionOf(office), KeyOf(number), ValuesOf(code, clock.GetUtcNow()), kept?.Tag);
            try
            {
                await _table.WriteAsync([kept is null ? RowChange.Insert(mine) : RowChange.Replace(mine)], ct);
                return null;
            }
            catch (StaleRowException)
            {
                // Somebody else was faster: see for whom it is kept now.
            }
        }
    }

    private async Task<bool> BearsAsync(TableRow kept, string number, CancellationToken ct) =>
        kept.Instant(KeptAt) > clock.GetUtcNow() - Reserved
        || (await dossiers.FindAsync(CodeIn(kept), ct))?.Dossier.Fees.Receipts.Any(receipt => KeyOf(receipt.Number) == kept.Key) is true;

    private static DossierCode CodeIn(TableRow row) => DossierCode.Parse(row.Text(Holder));

    private static string PartitionOf(string office) => $"receipts:{office}";

    private static string KeyOf(string number) => RequestKeys.Shorten(number.Trim().Normalize().ToUpperInvariant());

    private static Dictionary<string, object?> ValuesOf(DossierCode code, DateTimeOffset at) => new() { [Holder] = code.ToString(), [KeptAt] = at };
}
