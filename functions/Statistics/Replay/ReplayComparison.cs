using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Replay;

/// <summary>One figure beside what the article says.</summary>
/// <param name="Article">Null when the article leaves it out.</param>
public sealed record ReplayFigure(string Unit, string Figure, long? Article, long Ours);

/// <summary>Reads the replayed period from the books and lays it beside the articles.</summary>
public sealed class ReplayComparison(ReplayCast cast, BookReader reader, TimeProvider clock)
{
    private static readonly string[] Figures = [
        "total", "carried", "online", "direct", "resolved", "ahead", "onTime", "late", "open", "overdue", "unexplained", "supplement", "financial", "posting",
        "withdrawn", "stopped"];

    public async Task<IReadOnlyList<ReplayFigure>> ReadAsync(ReplayPlan plan, CancellationToken ct)
    {
        var period = Period.Of(plan.From, plan.To, clock.GetUtcNow());
        var tallies = new List<PeriodTally>();
        foreach (var section in plan.Sections)
        {
            var lines = await reader.ReadOfficesAsync(View.Competent, cast.CompetentOf(plan, section), Dimension.All, "", period, ct);
            tallies.Add(PeriodTally.Sum(lines.Select(line => line.Tally)));
        }

        return
        [
            .. plan.Sections.SelectMany((section, n) => Lay(section.Name, section.Article, tallies[n])),
            .. plan.Sums.SelectMany(sum => Lay(sum.Name, sum.Article, PeriodTally.Sum(sum.Sections.Select(n => tallies[n])))),
        ];
    }

    private static IEnumerable<ReplayFigure> Lay(string unit, IReadOnlyDictionary<string, long> article, PeriodTally tally) =>
        from figure in Figures
        let ours = Of(figure, tally)
        where ours != 0 || article.ContainsKey(figure)
        select new ReplayFigure(unit, figure, article.TryGetValue(figure, out var said) ? said : null, ours);

    private static long Of(string figure, PeriodTally tally) => figure switch
    {
        "total" => tally.Carried + tally.Received,
        "carried" => tally.Carried,
        "online" => tally.ReceivedOnline,
        "direct" => tally.Received - tally.ReceivedOnline,
        "resolved" => tally.Resolved,
        "late" => tally.Late,
        "ahead" => tally.Flow[Measure.Ahead],
        "onTime" => tally.Flow[Measure.OnTime],
        "overdue" => tally.Overdue,
        "unexplained" =>
            tally.Closing(Measure.Supplement) + tally.Closing(Measure.Financial) + tally.Closing(Measure.Posting) + tally.Flow[Measure.Withdrawn]
                + tally.Flow[Measure.Stopped],
        "withdrawn" => tally.Flow[Measure.Withdrawn],
        "stopped" => tally.Flow[Measure.Stopped],
        _ => tally.Closing(Enum.Parse<Measure>(figure, ignoreCase: true)),
    };
}
