using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// Sổ kết quả: the results of one procedure that an office issues in a year each bear a number of their own. A number is kept for its dossier
/// before the dossier is written, so that of two registrars who give the same one at once the second is told.
/// </summary>
public sealed class ResultNumbers(ITables tables, DossierStore dossiers)
{
    private const string Holder = "Code";

    private readonly ITable _table = tables[Tables.Serials];

    /// <returns>Whose the number is: this dossier's from now on, or the other one that bears it.</returns>
    public async Task<DossierCode> KeepAsync(Dossier dossier, string number, int year, CancellationToken ct)
    {
        var partition = string.Create(CultureInfo.InvariantCulture, $"results-{dossier.Holding}-{year}-{dossier.Procedure.Code}");
        var key = RequestKeys.Shorten(AsWritten(number));
        while (true)
        {
            var kept = await _table.FindAsync(partition, key, ct);
            if (kept is not null && DossierCode.Parse(kept.Text(Holder)) is var holder && (holder == dossier.Code || await BearsAsync(holder, number, ct)))
            {
                return holder;
            }

            var mine = new TableRow(partition, key, new Dictionary<string, object?> { [Holder] = dossier.Code.ToString() }, kept?.Tag);
            try
            {
                await _table.WriteAsync([kept is null ? RowChange.Insert(mine) : RowChange.Replace(mine)], ct);
                return dossier.Code;
            }
            catch (StaleRowException)
            {
                // Somebody else was faster: see for whom it is kept now.
            }
        }
    }

    // A dossier still to be issued may be about to bear the number it was kept for; one issued under another never will.
    private async Task<bool> BearsAsync(DossierCode code, string number, CancellationToken ct) =>
        await dossiers.FindAsync(code, ct) is { Dossier: var holder }
            && (holder.Result is { } result ? AsWritten(result.Number) == AsWritten(number) : holder.IsOpen);

    private static string AsWritten(string number) => number.Trim().Normalize().ToUpperInvariant();
}
