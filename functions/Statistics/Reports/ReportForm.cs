namespace PublicAdmin.Statistics.Reports;

/// <summary>A column of an official report.</summary>
/// <param name="Id">As the equations of the form name it.</param>
/// <param name="Text">Its head.</param>
/// <param name="Add">Numbers of the books that are added up in it (<see cref="Reading.Line.NumbersOf"/>).</param>
/// <param name="Group">The head above several columns.</param>
/// <param name="When">Numbers added besides under a setting, by <c>name=value</c>.</param>
public sealed record ReportColumn(
    string Id, string Text, IReadOnlyList<string> Add, string? Group = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? When = null)
{
    public long Of(IReadOnlyDictionary<string, long> numbers, IReadOnlyList<string> settings) =>
        Add.Concat(settings.SelectMany(setting => When?.GetValueOrDefault(setting) ?? [])).Sum(number => numbers.GetValueOrDefault(number));
}

/// <summary>A column that is the sum of others: checked before anything is printed.</summary>
public sealed record ReportEquation(string Whole, IReadOnlyList<string> Parts);

/// <summary>What is said under the table.</summary>
/// <param name="When">Only under this setting; null for always.</param>
public sealed record ReportNote(string Text, string? When = null);

/// <summary>Biểu mẫu báo cáo: an official report as data, since its columns, order and readings change and some are doubtful.</summary>
/// <param name="Code">As asked for, such as <c>II.06a</c>.</param>
/// <param name="Number">As printed.</param>
/// <param name="Source">Where its columns were read, and how sure they are.</param>
/// <param name="OtherTitle">For an office that is no center.</param>
/// <param name="Rows">sector, office or petition.</param>
/// <param name="Settings">What is doubtful and may be read otherwise: the first value is ours.</param>
/// <param name="Annex">Buckets of ours, printed apart below.</param>
public sealed record ReportForm(
    string Code, string Number, DateOnly ValidFrom, string Source, string Title, string OtherTitle, string Unit, string Rows, string Label,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportEquation> Checks, IReadOnlyDictionary<string, IReadOnlyList<string>> Settings, IReadOnlyList<ReportNote> Notes,
    IReadOnlyList<string> Annex)
{
    public static IReadOnlyList<ReportForm> All { get; } = Platform.Reference.Resources.Json<ReportForm[]>("Statistics.Reports.report-forms.json");

    public static ReportForm? Find(string code) => All.FirstOrDefault(form => string.Equals(form.Code, code, StringComparison.OrdinalIgnoreCase));

    public string Version => $"{Number} {ValidFrom:yyyy-MM-dd}";
}
