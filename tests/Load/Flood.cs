using System.Diagnostics;
using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>
/// Filing at one commune while a clerk of another floods the office with files: beside nobody, beside a driver that only burns the processor, and beside the
/// flood. Both drivers are processes of their own, so that the prober measures the office and not itself. They take turns, and medians are compared: what
/// else happens on the machine falls on both.
/// </summary>
internal static class Flood
{
    private const int Probers = 4;
    private const int Turns = 5;
    private const double MostOfBurner = 300;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PublicAdmin.Load" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static async Task MeasureAsync(LoadOptions options)
    {
        await using var bench = await Bench.OpenAsync(options with { Connections = Probers });
        var alone = await FileAsync(bench, "filing, alone");
        var (burnt, flooded) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            burnt.Add((await BesideAsync(bench, Drivers.Burn, "filing, beside a burner")).P99);
            flooded.Add((await BesideAsync(bench, Drivers.Flood, "filing, beside a flood")).P99);
        }

        Report.Print("p99 beside a flood, of that beside a burner", 100 * MedianOf(flooded) / MedianOf(burnt), "%", MostOfBurner);
        Report.Print("p99 beside a burner, of that alone", 100 * MedianOf(burnt) / alone.P99, "%");
    }

    private static double MedianOf(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<Measurement> BesideAsync(Bench bench, string driver, string scenario)
    {
        var port = bench.Own!.Address.Port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(new ProcessStartInfo(Program, [driver, port]) { RedirectStandardOutput = true })!;
        if (await process.StandardOutput.ReadLineAsync() is null)
        {
            throw new InvalidOperationException("The driver ended before it began.");
        }

        try
        {
            return await FileAsync(bench, scenario);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static Task<Measurement> FileAsync(Bench bench, string scenario) => bench.MeasureAsync(scenario, async caller =>
    {
        await Journey.SubmitAsync(caller, Commune.Large);
        return true;
    });
}
