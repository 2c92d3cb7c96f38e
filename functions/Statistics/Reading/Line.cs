using System.Text.Json.Serialization;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>One line of the public figures. Every number's meaning: GET /api/statistics/definitions.</summary>
/// <param name="Code">Of the office, sector or procedure.</param>
/// <param name="Numbers">By the names of the definitions; what is zero is left out.</param>
/// <param name="Rates">Percent to one decimal; what has no denominator is left out.</param>
/// <param name="Hidden">The numbers are so small, and the period so short, that they could point at a person: shown from a month on.</param>
public sealed record Line(
    string Code, Text Name, IReadOnlyDictionary<string, long> Numbers, IReadOnlyDictionary<string, decimal> Rates,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Hidden = false)
{
    private const int Small = 5;

    public static Line Of(string code, Text name, PeriodTally tally, bool hideSmall = false)
    {
        var numbers = NumbersOf(tally);
        return hideSmall && numbers.Values.Any(number => number is > 0 and < Small)
            ? new Line(code, name, new Dictionary<string, long>(), new Dictionary<string, decimal>(), true)
            : new Line(code, name, numbers, RatesOf(tally));
    }

    /// <summary>Flows of the period, balances at its cut-off, and the sums people ask for.</summary>
    public static IReadOnlyDictionary<string, long> NumbersOf(PeriodTally tally)
    {
        var numbers = new Dictionary<string, long>
        {
            ["carried"] = tally.Carried,
            ["received"] = tally.Received,
            ["resolved"] = tally.Resolved,
            ["overdue"] = tally.Overdue,
            ["waitingAtBegin"] = tally.WaitingAtBegin,
        };
        foreach (var measure in Measures.All)
        {
            numbers[Tally.NameOf(measure)] = measure.IsBalance() ? tally.Closing(measure) : tally.Flow[measure];
        }

        return numbers.Where(number => number.Value != 0).ToDictionary();
    }

    private static Dictionary<string, decimal> RatesOf(PeriodTally tally)
    {
        var rates = new Dictionary<string, decimal>();
        var flow = tally.Flow;
        Add(rates, "onlineExcludingCarried", tally.ReceivedOnline, tally.Received);
        Add(rates, "onlineIncludingCarried", tally.ReceivedOnline, tally.Carried + tally.Received);
        Add(rates, "onTimeOrAhead", flow[Measure.Ahead] + flow[Measure.OnTime], tally.Resolved);
        Add(rates, "ahead", flow[Measure.Ahead], tally.Resolved);
        Add(rates, "digitised", flow[Measure.Digitised], tally.Received);
        Add(rates, "reused", flow[Measure.Reused], tally.Received);
        Add(rates, "paidOnline", flow[Measure.PaidOnline], flow[Measure.PaidOnline] + flow[Measure.PaidDirect]);
        Add(rates, "electronicResult", flow[Measure.ElectronicResult], tally.Resolved);
        if (flow[Measure.Rated] >= Small)
        {
            Add(rates, "satisfied", flow[Measure.Satisfied], flow[Measure.Rated]);
        }

        return rates;
    }

    private static void Add(Dictionary<string, decimal> rates, string name, long part, long whole)
    {
        if (whole > 0)
        {
            rates[name] = Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
        }
    }
}
