using System.Globalization;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reports;

/// <summary>Fills official reports from the books: of one office, or of the province by level and by office.</summary>
public sealed class ReportDesk(
    BookReader reader, MirrorCount mirrors, PetitionRows petitions, StatisticsDesk names, OfficeDirectory offices, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, long> Nothing = new Dictionary<string, long>();

    /// <param name="form">Which.</param>
    /// <param name="office">Its code, or * for the province.</param>
    /// <param name="period">For which time.</param>
    /// <param name="settings">How doubtful columns are read.</param>
    /// <param name="madeBy">Name of who asked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReportTable> MakeAsync(ReportForm form, string office, Period period, IReadOnlyList<string> settings, string madeBy, CancellationToken ct)
    {
        var rows = form.Rows is "petition" ? await petitions.MakeAsync(form, office, period, ct) : await DossiersAsync(form, office, period, settings, ct);
        var version = offices.VersionsOf(office) is [.., var last] ? last : null;
        return new ReportTable(
            form, version is { IsCenter: false } ? form.OtherTitle : form.Title, office, version?.Authority.Vi ?? "Ủy ban nhân dân tỉnh Điện Biên",
            version?.PlaceName() ?? "Điện Biên",
            version is null ? "Bộ Tư pháp; Văn phòng Chính phủ" : "Văn phòng Ủy ban nhân dân tỉnh", period, clock.Now(), madeBy, settings, rows);
    }

    private async Task<IReadOnlyList<ReportRow>> DossiersAsync(
        ReportForm form, string office, Period period, IReadOnlyList<string> settings, CancellationToken ct)
    {
        var sections = form.Rows is "sector" ? await SectorsAsync(office, period, ct) : [new Section(null, await OfficesAsync(office, period, ct))];
        var rows = new List<ReportRow>();
        foreach (var section in sections)
        {
            if (section.Label is { } level)
            {
                rows.Add(Row(form, settings, Roman(rows.Count(row => row.Bold) + 1), true, Counted.Sum(level, section.Lines)));
            }

            rows.AddRange(
                section.Lines.Select((line, n) => Row(form, settings, (n + 1).ToString(CultureInfo.InvariantCulture), false, line)));
        }

        rows.Add(Row(form, settings, null, true, Counted.Sum("Tổng số", [.. sections.SelectMany(section => section.Lines)])));
        return rows;
    }

    /// <summary>By level, below it by sector. One office has one level.</summary>
    private async Task<IReadOnlyList<Section>> SectorsAsync(string office, Period period, CancellationToken ct)
    {
        if (office is not CellKey.Province)
        {
            return [new(LevelOf(office), await SectorsOfAsync([office], period, ct))];
        }

        var sections = new List<Section>();
        foreach (var level in offices.Codes.Append(Fact.Unknown).GroupBy(LevelOf).OrderBy(level => level.Key, StringComparer.Ordinal))
        {
            sections.Add(new(level.Key, await SectorsOfAsync([.. level], period, ct)));
        }

        return [.. sections.Where(section => section.Lines.Count > 0)];
    }

    private async Task<IReadOnlyList<Counted>> SectorsOfAsync(IReadOnlyList<string> codes, Period period, CancellationToken ct)
    {
        var lines = new List<(string Sector, PeriodTally Tally, long Mirrors)>();
        foreach (var code in codes)
        {
            lines.AddRange((await reader.ReadAllAsync(View.Competent, code, Dimension.Sector, period, ct)).Select(line => (line.Value, line.Tally, 0L)));
            lines.AddRange((await mirrors.BySectorAsync(code, period, ct)).Select(sector => (sector.Key, PeriodTally.Empty, sector.Value)));
        }

        return [.. lines.GroupBy(line => line.Sector).OrderBy(sector => sector.Key, StringComparer.Ordinal)
            .Select(sector => new Counted(
                names.NameOf("sector", sector.Key).Vi, PeriodTally.Sum(sector.Select(line => line.Tally)), sector.Sum(line => line.Mirrors)))];
    }

    private async Task<IReadOnlyList<Counted>> OfficesAsync(string office, Period period, CancellationToken ct)
    {
        IReadOnlyList<string> codes = office is CellKey.Province ? [.. offices.Codes.Append(Fact.Unknown).Order(StringComparer.Ordinal)] : [office];
        var counted = new List<Counted>();
        foreach (var (code, tally) in await reader.ReadOfficesAsync(View.Competent, codes, Dimension.All, "", period, ct))
        {
            var elsewhere = (await mirrors.BySectorAsync(code, period, ct)).Values.Sum();
            if (elsewhere > 0 || !tally.Opening.IsEmpty || !tally.Flow.IsEmpty)
            {
                counted.Add(new(names.NameOfOffice(code).Vi, tally, elsewhere));
            }
        }

        return counted;
    }

    private string LevelOf(string office) =>
        offices.VersionsOf(office) is [.., { IsCommune: true }] ? "Thủ tục hành chính cấp xã" : "Thủ tục hành chính cấp tỉnh";

    private static ReportRow Row(ReportForm form, IReadOnlyList<string> settings, string? number, bool bold, Counted line)
    {
        var numbers = line.Tally.Opening.IsEmpty && line.Tally.Flow.IsEmpty ? Nothing : Line.NumbersOf(line.Tally);
        return new(number, line.Label, bold, [.. form.Columns.Select(column => column.Of(numbers, settings))],
            [.. form.Annex.Select(name => name is Definitions.Mirrors ? line.Mirrors : numbers.GetValueOrDefault(name))]);
    }

    private static string Roman(int n) => new string('I', n);

    private sealed record Section(string? Label, IReadOnlyList<Counted> Lines);

    private sealed record Counted(string Label, PeriodTally Tally, long Mirrors)
    {
        public static Counted Sum(string label, IReadOnlyList<Counted> lines) =>
            new(label, PeriodTally.Sum(lines.Select(line => line.Tally)), lines.Sum(line => line.Mirrors));
    }
}
