using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Equations;

/// <summary>
/// Goes through all rows of the roll-ups once, and through all facts once: each row adds up in itself, months are the sums of their days, offices add up to the
/// province in all three views, and counting the facts anew gives the same months. Memory: the months, whatever the number of dossiers.
/// </summary>
public sealed class EquationCheck(TimeProvider clock)
{
    private const int MostFindings = 100;
    private const int MostCodes = 20;

    public async Task<BookCheck> RunAsync(Books books, CancellationToken ct)
    {
        var head = await books.HeadAsync(ct);
        var (findings, months, days, sums, count) = (new List<Imbalance>(), new Dictionary<CellKey, Tally>(), new Dictionary<CellKey, Tally>(),
            new Dictionary<CellKey, Tally>(), 0L);
        await foreach (var (key, tally) in books.AllCellsAsync(ct))
        {
            count++;
            findings.AddRange(RowEquations.Of(key, tally));
            Collect(key, tally, months, days, sums);
        }

        findings.AddRange(Differences(Equation.Days, days, months));
        findings.AddRange(HandOver(months, sums));
        var recounted = await RecountAsync(books, ct);
        findings.AddRange(Differences(Equation.Facts, months, recounted.Months));
        var named = await NameAsync(books, [.. findings.Take(MostFindings)], ct);
        return new BookCheck(clock.GetUtcNow(), head.Sequence, count, recounted.Facts, named);
    }

    private static void Collect(CellKey key, Tally tally, Dictionary<CellKey, Tally> months, Dictionary<CellKey, Tally> days, Dictionary<CellKey, Tally> sums)
    {
        if (key.Slot is Slot.Month)
        {
            months[key] = tally;
            if (key.Office != CellKey.Province)
            {
                Into(sums, key with { Office = CellKey.Province }, tally);
            }
        }
        else if (key.Slot is Slot.Day)
        {
            Into(days, key with { Slot = Slot.Month, Time = key.Time[..6] }, tally);
        }
    }

    private static void Into(Dictionary<CellKey, Tally> sums, CellKey key, Tally tally)
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            sums[key] = sum = new Tally();
        }

        sum.Add(tally);
    }

    // The province is kept once, by competence. In the holding view what goes from desk to desk cancels out only in sum.
    private static IEnumerable<Imbalance> HandOver(Dictionary<CellKey, Tally> months, Dictionary<CellKey, Tally> sums)
    {
        foreach (var (key, sum) in sums)
        {
            var province = months.GetValueOrDefault(key with { View = View.Competent }) ?? new Tally();
            foreach (var (measure, difference) in sum.Against(province).Where(one => one.Measure is not (Measure.HandedIn or Measure.HandedOut)))
            {
                yield return new(Equation.HandOver, key.View, key.Office, key.Value, key.Time, Tally.NameOf(measure), difference, []);
            }

            if (sum[Measure.HandedIn] != sum[Measure.HandedOut])
            {
                yield return new(
                    Equation.HandOver, key.View, key.Office, key.Value, key.Time, Tally.NameOf(Measure.HandedIn),
                    sum[Measure.HandedIn] - sum[Measure.HandedOut], []);
            }
        }
    }

    private static IEnumerable<Imbalance> Differences(Equation equation, Dictionary<CellKey, Tally> found, Dictionary<CellKey, Tally> expected) =>
        from key in found.Keys.Union(expected.Keys)
        from one in (found.GetValueOrDefault(key) ?? new Tally()).Against(expected.GetValueOrDefault(key) ?? new Tally())
        select new Imbalance(equation, key.View, key.Office, key.Value, key.Time, Tally.NameOf(one.Measure), one.Difference, []);

    private static async Task<(Dictionary<CellKey, Tally> Months, long Facts)> RecountAsync(Books books, CancellationToken ct)
    {
        var (months, facts) = (new Dictionary<CellKey, Tally>(), 0L);
        var contribution = new Contribution(months, monthsOnly: true);
        await foreach (var fact in books.FactsAsync(ct))
        {
            facts++;
            contribution.Add(fact, 1);
        }

        return (months, facts);
    }

    // Which dossiers are counted where a number is wrong.
    private static async Task<IReadOnlyList<Imbalance>> NameAsync(Books books, IReadOnlyList<Imbalance> findings, CancellationToken ct)
    {
        if (findings.Count is 0)
        {
            return findings;
        }

        var codes = findings.Select(_ => new List<string>()).ToList();
        await foreach (var fact in books.FactsAsync(ct))
        {
            var touched = new Dictionary<CellKey, Tally>();
            new Contribution(touched, monthsOnly: true).Add(fact, 1);
            for (var n = 0; n < findings.Count; n++)
            {
                if (codes[n].Count < MostCodes && touched.Keys.Any(key => Names(findings[n], key)))
                {
                    codes[n].Add(fact.Code.ToString());
                }
            }
        }

        return [.. findings.Select((finding, n) => finding with { Codes = codes[n] })];
    }

    private static bool Names(Imbalance finding, CellKey key) =>
        key.View == finding.View && key.Office == finding.Office && key.Value == finding.Value && finding.Time.StartsWith(key.Time, StringComparison.Ordinal);
}
