using System.Diagnostics;
using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>
/// Filing at one commune while a clerk of another floods the office with files: beside nobody, beside a driver that only burns the processor, and beside the
/// flood. Both drivers are processes of their own, so that the prober measures the office and not itself.
/// </summary>
internal static class Flood
{
    private const int Probers = 4;
    private const double MostOfBurner = 300;

    public static async Task MeasureAsync(LoadOptions options)
    {
        await using var bench = await Bench.OpenAsync(options with { Connections = Probers });
        var alone = await FileAsync(bench, "filing, alone");
        var burnt = await BesideAsync(bench, Drivers.Burn, "filing, beside a burner");
        var flooded = await BesideAsync(bench, Drivers.Flood, "filing, beside a flood");
        Report.Print("p99 beside a flood, of that beside a burner", 100 * flooded.P99 / burnt.P99, "%", MostOfBurner);
        Report.Print("p99 beside a burner, of that alone", 100 * burnt.P99 / alone.P99, "%");
    }

    private static async Task<Measurement> BesideAsync(Bench bench, string driver, string scenario)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [driver, bench.Own!.Address.Port.ToString(CultureInfo.InvariantCulture)])
        { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadLineAsync(); // It has begun.
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
