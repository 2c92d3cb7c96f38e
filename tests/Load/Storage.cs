using System.Globalization;
using System.Text.Json;

namespace PublicAdmin.Load;

/// <summary>How many operations of tables, queues and blobs one journey takes, its queue work included. GET /dev/counters tells.</summary>
internal static class Storage
{
    private const int Times = 200;

    public static async Task CountAsync(Bench bench)
    {
        var (scan, staff) = (new Scan(2_000), await bench.People.StaffAsync(Commune.Large));
        await bench.RepeatAsync(bench.Options.Connections, caller => Journeys.WalkAsync(caller, staff, scan)); // Fills what is kept in memory.
        var before = await AwaitQuietAsync(bench);
        await bench.RepeatAsync(Times, caller => Journeys.WalkAsync(caller, staff, scan));
        var after = await AwaitQuietAsync(bench);
        foreach (var (operation, count) in after)
        {
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{operation + " per journey",-44}{(count - before[operation]) / (double)Times,12:N1}"));
        }
    }

    /// <summary>Waits until nothing is asked of storage any more: what was filed is in every list.</summary>
    /// <returns>The counts since the office opened.</returns>
    public static async Task<Dictionary<string, long>> AwaitQuietAsync(Bench bench)
    {
        var wire = (await bench.CallersAsync())[0].Wire;
        for (var last = await ReadAsync(wire); ;)
        {
            await Task.Delay(1_000);
            var now = await ReadAsync(wire);
            if (now.Values.SequenceEqual(last.Values))
            {
                return now;
            }

            last = now;
        }
    }

    private static async Task<Dictionary<string, long>> ReadAsync(Wire wire) =>
        JsonSerializer.Deserialize<Dictionary<string, long>>((await wire.GetAsync("/dev/counters")).Expect(200).Body.Span)!;
}
