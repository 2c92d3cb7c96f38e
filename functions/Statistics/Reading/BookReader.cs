using System.Globalization;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// Answers questions about a period from the roll-ups. Each line it gives costs its months since the books began and at most sixty-two days, whatever
/// the number of dossiers.
/// </summary>
public sealed class BookReader(BookShelf shelf)
{
    private const int AtOnce = 16;

    public async Task<BookHead> HeadAsync(CancellationToken ct) => await (await shelf.PresentAsync(ct)).HeadAsync(ct);

    /// <summary>One office as a whole, or the province.</summary>
    public async Task<PeriodTally> ReadAsync(View view, string office, Period period, CancellationToken ct)
    {
        var books = await shelf.PresentAsync(ct);
        return await ReadAsync(books, new CellKey(view, office, Dimension.All, "", Slot.Month, ""), period, ct);
    }

    /// <summary>One sector or procedure of an office, or of the province.</summary>
    public async Task<PeriodTally> ReadAsync(View view, string office, Dimension dimension, string value, Period period, CancellationToken ct) =>
        await ReadAsync(await shelf.PresentAsync(ct), new CellKey(view, office, dimension, value, Slot.Month, ""), period, ct);

    /// <summary>Every sector or procedure an office ever had, in the order of their codes.</summary>
    public async Task<IReadOnlyList<(string Value, PeriodTally Tally)>> ReadAllAsync(
        View view, string office, Dimension dimension, Period period, CancellationToken ct)
    {
        var books = await shelf.PresentAsync(ct);
        var values = await books.CellsAsync(view, office, dimension, Slot.Month, ct).Select(cell => cell.Key.Value).Distinct().ToListAsync(ct);
        return await AllAsync(values, value => ReadAsync(books, new CellKey(view, office, dimension, value, Slot.Month, ""), period, ct), ct);
    }

    /// <summary>Several offices, each as a whole or one sector or procedure of it.</summary>
    public async Task<IReadOnlyList<(string Value, PeriodTally Tally)>> ReadOfficesAsync(
        View view, IReadOnlyList<string> offices, Dimension dimension, string value, Period period, CancellationToken ct)
    {
        var books = await shelf.PresentAsync(ct);
        return await AllAsync(offices, office => ReadAsync(books, new CellKey(view, office, dimension, value, Slot.Month, ""), period, ct), ct);
    }

    /// <summary>What happened in an office day by day, over the days of a period that have come.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, Tally Flow)>> DaysAsync(View view, string office, Period period, CancellationToken ct)
    {
        var (books, first) = (await shelf.PresentAsync(ct), new CellKey(view, office, Dimension.All, "", Slot.Day, CellKey.TimeOf(Slot.Day, period.From)));
        return await books.CellsAsync(first, CellKey.TimeOf(Slot.Day, period.LastDay), ct)
            .Select(cell => (DateOnly.ParseExact(cell.Key.Time, "yyyyMMdd", CultureInfo.InvariantCulture), cell.Tally)).ToListAsync(ct);
    }

    /// <summary>Month by month, the oldest first: all from one reading.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, PeriodTally Tally)>> TrendAsync(
        CellKey key, DateOnly lastMonth, int months, DateTimeOffset now, CancellationToken ct)
    {
        var books = await shelf.PresentAsync(ct);
        var rows = await books.CellsAsync(key with { Slot = Slot.Month, Time = "" }, CellKey.TimeOf(Slot.Month, lastMonth), ct)
            .ToDictionaryAsync(cell => cell.Key.Time, cell => cell.Tally, cancellationToken: ct);
        var trend = new List<(DateOnly, PeriodTally)>();
        var first = lastMonth.AddMonths(1 - months);
        var opening = Tally.Of(rows.Where(row => string.CompareOrdinal(row.Key, CellKey.TimeOf(Slot.Month, first)) < 0).Select(row => row.Value)).Balances();
        for (var month = first; month <= lastMonth; month = month.AddMonths(1))
        {
            var period = Period.OfMonth(month, now);
            var flow = period.IsOver(now)
                ? rows.GetValueOrDefault(CellKey.TimeOf(Slot.Month, month)) ?? new Tally() : (await ReadAsync(books, key, period, ct)).Flow;
            trend.Add((month, new PeriodTally(opening, flow)));
            opening = Tally.Of(opening, flow.Balances());
        }

        return trend;
    }

    private static async Task<PeriodTally> ReadAsync(Books books, CellKey key, Period period, CancellationToken ct)
    {
        var after = period.LastDay < period.From ? period.From : period.LastDay.AddDays(1);
        var months = await books.CellsAsync(key with { Slot = Slot.Month, Time = "" }, CellKey.TimeOf(Slot.Month, MonthOf(after).AddDays(-1)), ct)
            .ToListAsync(ct);
        var before = await UpToAsync(books, key, months, period.From, ct);
        var end = await UpToAsync(books, key, months, after, ct);
        if (period.CutOff < WorkingTime.At(after, TimeOnly.MinValue).AddTicks(-1))
        {
            end.Add(await LaterTodayAsync(books, key, period.CutOff, ct), -1);
        }

        return new PeriodTally(before.Balances(), end.Add(before, -1));
    }

    /// <summary>Everything before a day since the books began: whole months, then the days of the last.</summary>
    private static async Task<Tally> UpToAsync(Books books, CellKey key, IReadOnlyList<(CellKey Key, Tally Tally)> months, DateOnly day, CancellationToken ct)
    {
        var month = MonthOf(day);
        var sum = Tally.Of(months.Where(row => string.CompareOrdinal(row.Key.Time, CellKey.TimeOf(Slot.Month, month)) < 0).Select(row => row.Tally));
        if (day > month)
        {
            await foreach (var (_, tally) in books.CellsAsync(
                key with { Slot = Slot.Day, Time = CellKey.TimeOf(Slot.Day, month) }, CellKey.TimeOf(Slot.Day, day.AddDays(-1)), ct))
            {
                sum.Add(tally);
            }
        }

        return sum;
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    // What will be overdue this afternoon is in this day's row already, and has not happened yet.
    private static async Task<Tally> LaterTodayAsync(Books books, CellKey key, DateTimeOffset now, CancellationToken ct)
    {
        var (from, until) = (CellKey.TimeOf(Slot.Minute, now.AddMinutes(1)), CellKey.TimeOf(Slot.Day, WorkingTime.DayOf(now)) + "2359");
        var later = new Tally();
        if (string.CompareOrdinal(from, until) <= 0)
        {
            await foreach (var (_, tally) in books.CellsAsync(key with { Slot = Slot.Minute, Time = from }, until, ct))
            {
                later.Add(tally);
            }
        }

        return later;
    }

    private static async Task<IReadOnlyList<(string Value, PeriodTally Tally)>> AllAsync(
        IReadOnlyList<string> values, Func<string, Task<PeriodTally>> read, CancellationToken ct)
    {
        var lines = new (string, PeriodTally)[values.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, values.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, _) =>
            lines[n] = (values[n], await read(values[n])));
        return lines;
    }
}
