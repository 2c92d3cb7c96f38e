using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive;

/// <summary>Dossiers whose work ended, by the agency that holds them, those soonest due for the archive first. A linked case goes with its parts.</summary>
public sealed class EndedDossiers(KeepingTerms terms, ITables tables) : IDossierList
{
    private readonly ITable _lists = tables[Tables.Lists];

    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier.IsOpen || dossier.IsCase()
        ? []
        : [new ListRow(PartitionOf(dossier.Holding), KeyOf(terms.DueOn(dossier), dossier.Code), new Dictionary<string, object?>())];

    /// <param name="office">Which agency.</param>
    /// <param name="until">Only those due by this day.</param>
    /// <param name="asked">Which page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PageOf<DossierCode>> PageAsync(string office, DateOnly? until, PageAsked asked, CancellationToken ct)
    {
        var range = RowRange.All(PartitionOf(office)).After(asked.After);
        var page = await _lists.ScanAsync(range, asked.Limit, ct);
        var last = until is { } day ? KeyOf(day.AddDays(1)) : null;
        var due = page.Rows.Where(row => last is null || string.CompareOrdinal(row.Key, last) < 0).ToList();
        var codes = due.Select(row => DossierCode.Parse(row.Key[(row.Key.LastIndexOf('|') + 1)..])).ToList();
        return new(codes, page.More && due.Count == page.Rows.Count ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    private static string PartitionOf(string office) => $"ended:{office}";

    private static string KeyOf(DateOnly day, DossierCode? code = null) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}|{code}");
}
