using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>
/// Mã hồ sơ trên Cổng Dịch vụ công quốc gia: which dossier of ours bears it. Wherever a code is typed in, either of the two finds the dossier.
/// </summary>
public sealed class CentralCodes(ITables tables) : IDossierList
{
    private const string Ours = "Code";

    private readonly ITable _lists = tables[Tables.Lists];

    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier.Portal.CentralCode is { } central
        ? [new ListRow(PartitionOf(central), dossier.Code.ToString(), new Dictionary<string, object?> { [Ours] = dossier.Code.ToString() })]
        : [];

    /// <summary>Our code for what was typed, be it ours already or the portal's; null for neither.</summary>
    public async Task<DossierCode?> OursAsync(string typed, CancellationToken ct)
    {
        var text = typed.Trim().ToUpperInvariant();
        var central = text.Length is 0 or > 60 ? [] : (await _lists.ScanAsync(RowRange.All(PartitionOf(text)), 1, ct)).Rows;
        return central is [var row, ..] ? DossierCode.Parse(row.Text(Ours)) : DossierCode.TryParse(text, out var ours) ? ours : null;
    }

    private static string PartitionOf(string central) => $"central:{RequestKeys.Shorten(central.ToUpperInvariant())}";
}
