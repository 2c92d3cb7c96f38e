using System.Diagnostics;
using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>
/// The communes' dossiers of a year, carried over, told to the National Portal and held against it day by day; and what filing feels of it: with the portal
/// quiet, while it is down and everything waits for it, and while all that waited is sent at once. Broken off, it goes on in the folder it is given.
/// </summary>
internal static class PortalTelling
{
    private const int Days = 20;

    // The reconciliation of the night, every two minutes.
    private const string Often = "--ReconcilePortalSchedule=0 */2 * * * *";

    // Five reconciliations: who moves in none of them does not move.
    private static readonly TimeSpan Still = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static int Dossiers => LoadOptions.Told;

    public static async Task MeasureAsync(LoadOptions options)
    {
        var folder = LoadOptions.Folder ?? Directory.CreateTempSubdirectory("office-load-").FullName;
        await using var portal = await PortalStandIn.StartAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "portal.ndjson"));
        var office = await OfficeProcess.StartAsync(folder, [.. portal.Settings, Often]);
        try
        {
            await CarriedOverAsync(office, folder);
            await FilingAsync(options, office, "submit, portal quiet");
            var differences = new PortalDifferences(office, Received);
            await ListedAsync(differences);
            portal.IsDown = true;
            await differences.RepairAsync();
            await FilingAsync(options, office, "submit, portal down");
            portal.IsDown = false;
            await ToldAsync(options, office, portal, differences);
            await ReconciledAsync(differences);
            Report.Print("  memory of the office, peak", Memories.PeakOf(office.Pid), "MB", Targets.Megabytes);
        }
        finally
        {
            await office.DisposeAsync();
            if (LoadOptions.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static IReadOnlyList<DateOnly> Received => [.. Enumerable.Range(1, Days).Select(back => DateOnly.FromDateTime(DateTime.Now).AddDays(-back))];

    private static async Task CarriedOverAsync(OfficeProcess office, string folder)
    {
        var note = Path.Combine(folder, "carried-over");
        if (!File.Exists(note))
        {
            var days = Received;
            var id = await Carryover.CommitAsync(office, Carryover.FileOf(Dossiers, n => days[n % Days]));
            await File.WriteAllTextAsync(note, id);
        }

        await Carryover.BroughtInAsync(office, await File.ReadAllTextAsync(note), Pause);
    }

    private static async Task FilingAsync(LoadOptions options, OfficeProcess office, string name)
    {
        await using var bench = new Bench(options, office.Address, own: null);
        await bench.MeasureAsync(name, async caller =>
        {
            await Journey.SubmitAsync(caller, Commune.Large);
            return true;
        });
    }

    // What was reconciled while lines still came in lists only those that were there.
    private static async Task ListedAsync(PortalDifferences differences)
    {
        var since = DateTimeOffset.UtcNow;
        await Waiting.UntilAsync(
            async () => await differences.ReconciledSinceAsync(since) is var made && made >= Days
                ? new Seen(true, "") : new Seen(false, $"{made} of {Days} days reconciled since the last line came in"),
            Still, Pause);
    }

    private static async Task ToldAsync(LoadOptions options, OfficeProcess office, PortalStandIn portal, PortalDifferences differences)
    {
        var (watch, today) = (Stopwatch.StartNew(), DateOnly.FromDateTime(DateTime.Now));
        var before = portal.HeldBefore(today);
        await differences.RepairAsync(anyway: true); // What the outage put off for an hour is sent now.
        await FilingAsync(options, office, "submit, catching up");
        await Waiting.UntilAsync(
            async () =>
            {
                await differences.RepairAsync();
                var held = portal.HeldBefore(today);
                var howFar = string.Create(CultureInfo.InvariantCulture, $"{held:N0} of {Dossiers:N0} told, {Dossiers - held:N0} missing");
                return new Seen(held >= Dossiers, howFar);
            },
            Still, Pause);
        Report.Print("portal: dossiers told a second", (Dossiers - before) / watch.Elapsed.TotalSeconds, "");
        Report.Print("  lines that came out of order", portal.Behind, "", 0);
    }

    private static async Task ReconciledAsync(PortalDifferences differences)
    {
        var watch = Stopwatch.StartNew();
        await Waiting.UntilAsync(
            async () =>
            {
                await differences.RepairAsync();
                var (alike, different) = await differences.CountAsync();
                return new Seen(
                    alike == Dossiers && different == 0,
                    string.Create(CultureInfo.InvariantCulture, $"{alike:N0} of {Dossiers:N0} alike, {different:N0} different"));
            },
            Still, Pause);
        Report.Print("  alike on both sides", Dossiers, $"of {Dossiers:N0}");
        Report.Print("  until both sides were found alike", watch.Elapsed.TotalSeconds, "s");
    }
}
