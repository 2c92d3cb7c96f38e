using System.Text.Json.Serialization;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Reports;

/// <summary>One row of a report.</summary>
/// <param name="Number">STT; null for a sum.</param>
/// <param name="Bold">A level or the sum of all.</param>
/// <param name="Cells">In the order of the columns.</param>
/// <param name="Annex">In the order of the annex.</param>
public sealed record ReportRow(string? Number, string Label, bool Bold, IReadOnlyList<long> Cells, IReadOnlyList<long> Annex);

/// <summary>A report as it is printed: always with its period, cut-off, who made it and by which version of the rules.</summary>
/// <param name="By">Whose figures.</param>
/// <param name="Office">Its code, or * for the province.</param>
/// <param name="Receiver">Đơn vị nhận báo cáo.</param>
/// <param name="MadeBy">Who asked for it: their name stands on the paper.</param>
/// <param name="Settings">By which readings of doubtful columns, as <c>name=value</c>.</param>
public sealed record ReportTable(
    [property: JsonIgnore] ReportForm Form, string Title, string Office, string By, [property: JsonIgnore] string Place, string Receiver, Period Period,
    DateTimeOffset MadeAt, string MadeBy,
    IReadOnlyList<string> Settings, IReadOnlyList<ReportRow> Rows)
{
    public string Number => Form.Number;

    public string Version => Form.Version;

    public string Source => Form.Source;

    public IReadOnlyList<ReportColumn> Columns => Form.Columns;

    /// <summary>Titles of the annex, which prints our own buckets apart.</summary>
    public IReadOnlyList<string> AnnexColumns => [.. Form.Annex.Select(TitleOf)];

    public IReadOnlyList<string> Notes => [.. Form.Notes.Where(note => note.When is null || Settings.Contains(note.When)).Select(note => note.Text)];

    /// <summary>The first row and equation of the form that does not hold; null when all do.</summary>
    [JsonIgnore]
    public string? Broken => (
        from row in Rows
        from check in Form.Checks
        where CellOf(row, check.Whole) != check.Parts.Sum(part => CellOf(row, part))
        select $"{row.Label}: ({check.Whole}) = ({string.Join(") + (", check.Parts)})").FirstOrDefault();

    private long CellOf(ReportRow row, string column) => row.Cells[Form.Columns.Index().First(one => one.Item.Id == column).Index];

    private static string TitleOf(string number) =>
        Definitions.Sums.Concat(Definitions.All).Append(Definitions.OfMirrors).First(definition => definition.Name == number).Title.Vi;
}
