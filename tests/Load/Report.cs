using System.Globalization;
using System.Text;

namespace PublicAdmin.Load;

/// <summary>Prints a row as soon as it is known.</summary>
internal static class Report
{
    private static readonly CompositeFormat Row = CompositeFormat.Parse("{0,-26}{1,9}{2,9}{3,9}{4,9}{5,9}{6,8}{7,10}  {8,-22}{9,-14}{10}");

    public static void Head() =>
        Line("scenario", "rate/s", "p50 ms", "p99 ms", "office µs", "driver µs", "others", "alone/s", "target", "verdict", "bound by");

    public static void Print(Measurement seen)
    {
        var target = Targets.Of(seen.Scenario);
        Line(
            seen.Scenario,
            seen.Rate.ToString("N0", CultureInfo.InvariantCulture),
            seen.Median.ToString("N2", CultureInfo.InvariantCulture),
            seen.P99.ToString("N2", CultureInfo.InvariantCulture),
            seen.OfficeMicros.ToString("N0", CultureInfo.InvariantCulture),
            seen.DriverMicros.ToString("N0", CultureInfo.InvariantCulture),
            seen.OthersCores.ToString("N1", CultureInfo.InvariantCulture),
            seen.RateAlone.ToString("N0", CultureInfo.InvariantCulture),
            target?.ToString() ?? "–",
            target?.Verdict(seen) ?? "",
            seen.Bound);
    }

    /// <summary>A figure that is not a rate.</summary>
    /// <param name="most">What is promised; null when nothing is.</param>
    public static void Print(string what, double figure, string unit, double? most = null) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-44}{figure,12:N0} {unit,-8}{(most is { } limit ? $"  at most {limit:N0}: {(figure <= limit ? "met" : $"{figure / limit:N1} × too much")}" : "")}"));

    public static void Note(string text) => Console.WriteLine(text);

    private static void Line(params object[] cells) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells));
}
