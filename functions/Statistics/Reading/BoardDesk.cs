using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// Where the province, or one office, stands this minute, beside yesterday, and how the offices fared day by day. Sums of offices: nobody's name.
/// </summary>
/// <param name="Numbers">In the order they are looked at.</param>
/// <param name="Days">The last fourteen, the oldest first.</param>
/// <param name="Offices">Those with anything to show, the most overdue first.</param>
public sealed record BoardView(
    DateTimeOffset At, string Office, Text Name, IReadOnlyList<BoardNumber> Numbers, IReadOnlyList<DateOnly> Days, IReadOnlyList<BoardLine> Offices);

/// <param name="Name">received, resolved: today; dueSoon, overdue, waitingLate: now.</param>
/// <param name="Before">Yesterday, or at its end; absent for what was not kept.</param>
public sealed record BoardNumber(string Name, long Now, long? Before);

/// <param name="Days">One for each day of the board.</param>
public sealed record BoardLine(string Code, Text Name, long Overdue, long WaitingLate, IReadOnlyList<BoardCell> Days);

/// <param name="Overdue">At the end of the day; now for today.</param>
public sealed record BoardCell(long Received, long Resolved, long Overdue);

/// <summary>Reads the board from the roll-ups: a line costs its months and at most fourteen days, whatever the number of dossiers.</summary>
public sealed class BoardDesk(BookReader reader, StatisticsDesk desk, OfficeDirectory offices, TimeProvider clock)
{
    private const int Days = 14;

    /// <exception cref="BooksUnbalancedException">A line does not add up.</exception>
    public async Task<BoardView> MakeAsync(string office, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var span = Period.Of(today.AddDays(1 - Days), today, now);
        IReadOnlyList<string> codes = office is CellKey.Province ? [.. offices.Codes.Order(StringComparer.Ordinal)] : [office];
        var tallies = await reader.ReadOfficesAsync(View.Competent, codes, Dimension.All, "", span, ct);
        if (tallies.Any(one => !one.Tally.Balances))
        {
            throw new BooksUnbalancedException();
        }

        var shown = tallies.Where(one => !one.Tally.Opening.IsEmpty || !one.Tally.Flow.IsEmpty);
        var lines = await Task.WhenAll(shown.Select(one => LineAsync(one.Value, one.Tally, span, ct)));
        return new BoardView(
            span.CutOff, office, desk.NameOfOffice(office), await NumbersAsync(office, today, now, ct), [.. DaysOf(span)],
            [.. lines.OrderByDescending(line => line.Overdue).ThenByDescending(line => line.WaitingLate).ThenBy(line => line.Code, StringComparer.Ordinal)]);
    }

    private static IEnumerable<DateOnly> DaysOf(Period span) => Enumerable.Range(0, Days).Select(span.From.AddDays);

    // What stands overdue is carried from day to day; of today only what has come by now.
    private async Task<BoardLine> LineAsync(string code, PeriodTally whole, Period span, CancellationToken ct)
    {
        var flows = (await reader.DaysAsync(View.Competent, code, span, ct)).ToDictionary(one => one.Day, one => new PeriodTally(new Tally(), one.Flow));
        var overdue = new PeriodTally(whole.Opening, new Tally()).Overdue;
        var cells = new List<BoardCell>();
        foreach (var day in DaysOf(span))
        {
            var flow = flows.GetValueOrDefault(day) ?? PeriodTally.Empty;
            overdue += flow.Overdue;
            cells.Add(new BoardCell(flow.Received, flow.Resolved, day == span.To ? whole.Overdue : overdue));
        }

        return new BoardLine(code, desk.NameOfOffice(code), whole.Overdue, whole.Closing(Measure.WaitingLate), cells);
    }

    private async Task<IReadOnlyList<BoardNumber>> NumbersAsync(string office, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var end = WorkingTime.At(today.AddDays(2), TimeOnly.MinValue).AddTicks(-1);
        var day = await reader.ReadAsync(View.Competent, office, Period.Of(today, today, now), ct);
        var before = await reader.ReadAsync(View.Competent, office, Period.Of(today.AddDays(-1), today.AddDays(-1), now), ct);
        // What becomes overdue by itself until the end of tomorrow stands in the books already.
        var ahead = await reader.ReadAsync(View.Competent, office, new Period(today, today.AddDays(1), end), ct);
        return
        [
            new("received", day.Received, before.Received),
            new("resolved", day.Resolved, before.Resolved),
            new("dueSoon", ahead.Overdue - day.Overdue, null),
            new("overdue", day.Overdue, before.Overdue),
            new("waitingLate", day.Closing(Measure.WaitingLate), before.Closing(Measure.WaitingLate)),
        ];
    }
}
