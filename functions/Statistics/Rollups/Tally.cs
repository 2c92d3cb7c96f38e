using System.Text.Json;
using System.Text.Json.Nodes;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>One number for each <see cref="Measure"/>.</summary>
public sealed class Tally
{
    private readonly long[] _counts = new long[Measures.All.Count];

    public long this[Measure measure]
    {
        get => _counts[(int)measure];
        set => _counts[(int)measure] = value;
    }

    public bool IsEmpty => Array.TrueForAll(_counts, count => count == 0);

    public long Sum(IEnumerable<Measure> measures) => measures.Sum(measure => this[measure]);

    public Tally Add(Tally other, long times = 1)
    {
        for (var n = 0; n < _counts.Length; n++)
        {
            _counts[n] += times * other._counts[n];
        }

        return this;
    }

    public static Tally Of(params IEnumerable<Tally> parts) => parts.Aggregate(new Tally(), (sum, part) => sum.Add(part));

    /// <summary>The balances alone; flows are zero.</summary>
    public Tally Balances()
    {
        var balances = new Tally();
        foreach (var measure in Measures.All.Where(measure => measure.IsBalance()))
        {
            balances[measure] = this[measure];
        }

        return balances;
    }

    /// <summary>What differs from another, by measure.</summary>
    public IEnumerable<(Measure Measure, long Difference)> Against(Tally other) =>
        Measures.All.Where(measure => this[measure] != other[measure]).Select(measure => (measure, this[measure] - other[measure]));

    /// <summary>The counts that are not zero, in the order of the measures: equal tallies have equal bytes.</summary>
    public string ToJson()
    {
        var json = new JsonObject();
        foreach (var measure in Measures.All.Where(measure => this[measure] != 0))
        {
            json[NameOf(measure)] = this[measure];
        }

        return json.ToJsonString();
    }

    public static Tally From(string json)
    {
        var tally = new Tally();
        foreach (var (name, count) in JsonSerializer.Deserialize<Dictionary<string, long>>(json)!)
        {
            tally[Enum.Parse<Measure>(name, ignoreCase: true)] = count;
        }

        return tally;
    }

    /// <summary>The numbers of what was finished late.</summary>
    public static IReadOnlyList<string> NamesOfLate { get; } = [NameOf(Measure.LateApology), NameOf(Measure.LateNoApology)];

    public static string NameOf(Measure measure) => JsonNamingPolicy.CamelCase.ConvertName(measure.ToString());
}
