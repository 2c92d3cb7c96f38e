using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>The figures of a period, whole and line by line.</summary>
/// <param name="CutOff">Up to when it is counted: the end of the last day, or the present minute while it runs.</param>
/// <param name="Total">
/// Its main equation adds up: carried + received = resolved + stopped + withdrawn + open + overdue + supplement + financial + posting.
/// </param>
/// <param name="By">What the lines are: office, sector or procedure.</param>
public sealed record StatisticsView(
    DateOnly From, DateOnly To, DateTimeOffset CutOff, View View, string Office, Line Total, string By, IReadOnlyList<Line> Lines);

/// <summary>One month of a trend.</summary>
public sealed record TrendMonth(string Month, Line Figures);

/// <summary>Lays figures out for people: names beside codes, small cells hidden.</summary>
public sealed class StatisticsDesk(BookReader reader, OfficeDirectory offices, ProcedureCatalogue procedures, TimeProvider clock)
{
    private static readonly Text Province = new("Toàn tỉnh", "The whole province");
    private static readonly Text NotKnown = new("Chưa xác định cơ quan có thẩm quyền", "Competent agency not known yet");

    /// <exception cref="BooksUnbalancedException">A line does not add up.</exception>
    public async Task<StatisticsView> MakeAsync(StatisticsAsked asked, string by, CancellationToken ct)
    {
        var whole = await reader.ReadAsync(asked.View, asked.Office, asked.Dimension, asked.Value, asked.Period, ct);
        var lines = await LinesAsync(asked, by, ct);
        if (lines.Select(line => line.Tally).Append(whole).FirstOrDefault(tally => !tally.Balances) is not null)
        {
            throw new BooksUnbalancedException();
        }

        var shown = lines.Where(line => !line.Tally.Opening.IsEmpty || !line.Tally.Flow.IsEmpty);
        return new StatisticsView(
            asked.Period.From, asked.Period.To, asked.Period.CutOff, asked.View, asked.Office,
            Line.Of(asked.Office, NameOfOffice(asked.Office), whole, MayPointAtPersons(asked, asked.Office, asked.Dimension is not Dimension.All)), by,
            [.. shown.Select(
                line => Line.Of(
                    line.Value, NameOf(by, line.Value), line.Tally,
                    MayPointAtPersons(asked, by is "office" ? line.Value : asked.Office, by is not "office" || asked.Dimension is not Dimension.All)))]);
    }

    // A rare procedure in one commune within days is somebody people know.
    private static bool MayPointAtPersons(StatisticsAsked asked, string office, bool fine) =>
        fine && office is not CellKey.Province && asked.Period.To.DayNumber - asked.Period.From.DayNumber < 27;

    public async Task<IReadOnlyList<TrendMonth>> TrendAsync(StatisticsAsked asked, int months, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var trend = await reader.TrendAsync(
            new CellKey(asked.View, asked.Office, asked.Dimension, asked.Value, Slot.Month, ""), new DateOnly(today.Year, today.Month, 1), months, now, ct);
        return [.. trend.Select(month => new TrendMonth(
            month.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
            Line.Of(asked.Office, NameOfOffice(asked.Office), month.Tally)))];
    }

    public Text NameOf(string by, string code) => by switch
    {
        "office" => NameOfOffice(code),
        "procedure" => procedures.VersionsOf(code) is [.., var version] ? version.Name : Text.Same(code),
        _ => procedures.All(clock.Today()).FirstOrDefault(procedure => procedure.Sector.Code == code)?.Sector.Name ?? Text.Same(code),
    };

    public Text NameOfOffice(string code) => code switch
    {
        CellKey.Province => Province,
        Fact.Unknown => NotKnown,
        _ => offices.VersionsOf(code) is [.., var version] ? version.Name : Text.Same(code),
    };

    private Task<IReadOnlyList<(string Value, PeriodTally Tally)>> LinesAsync(StatisticsAsked asked, string by, CancellationToken ct) => by switch
    {
        "office" when asked.Office is CellKey.Province => reader.ReadOfficesAsync(
            asked.View, [.. offices.Codes.Append(Fact.Unknown).Order(StringComparer.Ordinal)], asked.Dimension, asked.Value, asked.Period, ct),
        "sector" when asked.Dimension is Dimension.All => reader.ReadAllAsync(asked.View, asked.Office, Dimension.Sector, asked.Period, ct),
        "procedure" when asked.Dimension is Dimension.All => reader.ReadAllAsync(asked.View, asked.Office, Dimension.Procedure, asked.Period, ct),
        _ => Task.FromResult<IReadOnlyList<(string, PeriodTally)>>([]),
    };
}
