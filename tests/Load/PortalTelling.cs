using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace PublicAdmin.Load;

/// <summary>
/// The communes' dossiers of a year, carried over, told to the National Portal and held against it day by day; and what filing feels of it: with the portal
/// quiet, while it is down and everything waits for it, and while all that waited is sent at once. Broken off, it goes on in the folder it is given.
/// </summary>
internal static class PortalTelling
{
    /// <summary>Of the communes in the article (books, part 13).</summary>
    public const int Dossiers = 48_956;

    private const int Days = 20;
    private const int RepairedAtOnce = 100;

    // The reconciliation of the night, every two minutes.
    private const string Often = "--ReconcilePortalSchedule=0 */2 * * * *";

    public static async Task MeasureAsync(LoadOptions options)
    {
        var folder = LoadOptions.Folder ?? Directory.CreateTempSubdirectory("office-load-").FullName;
        await using var portal = await PortalStandIn.StartAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "portal.ndjson"));
        var office = await OfficeProcess.StartAsync(folder, [.. portal.Settings, Often]);
        try
        {
            await CarriedOverAsync(office, folder);
            await FilingAsync(options, office, "submit, portal quiet");
            portal.IsDown = true;
            await AskForAllAsync(office);
            await FilingAsync(options, office, "submit, portal down");
            portal.IsDown = false;
            await ToldAsync(options, office, portal);
            await ReconciledAsync(office);
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

    private static IEnumerable<DateOnly> Received => Enumerable.Range(1, Days).Select(back => DateOnly.FromDateTime(DateTime.Now).AddDays(-back));

    private static async Task CarriedOverAsync(OfficeProcess office, string folder)
    {
        var note = Path.Combine(folder, "carried-over");
        if (!File.Exists(note))
        {
            var days = Received.ToArray();
            var id = await Carryover.CommitAsync(office, Carryover.FileOf(Dossiers, n => days[n % Days]));
            await File.WriteAllTextAsync(note, id);
        }

        var import = await File.ReadAllTextAsync(note);
        await UntilAsync(
            async () => (await Carryover.AskAsync(office, $"/api/imports/{import}")).GetProperty("state").GetString() is "done", () => "carrying over");
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

    // Every difference of every day is to be sent again: what an administrator does on the page, a hundred at a time.
    private static async Task AskForAllAsync(OfficeProcess office)
    {
        using var http = await Carryover.AdministratorAsync(office);
        foreach (var address in Received.Select(day => $"/api/portal/reconciliations/{day:yyyy-MM-dd}"))
        {
            await UntilAsync(async () => (await http.GetAsync(address)).IsSuccessStatusCode, () => $"waiting for {address}");
            for (var next = $"{address}/differences?limit={RepairedAtOnce}"; next.Length > 0;)
            {
                var page = await http.GetFromJsonAsync<JsonElement>(next);
                var codes = page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ToList();
                if (codes.Count > 0)
                {
                    (await http.PostAsJsonAsync($"{address}/repairs", new { codes })).EnsureSuccessStatusCode();
                }

                next = page.TryGetProperty("next", out var cursor) && cursor.GetString() is { } after
                    ? $"{address}/differences?limit={RepairedAtOnce}&after={Uri.EscapeDataString(after)}" : "";
            }
        }
    }

    private static async Task ToldAsync(LoadOptions options, OfficeProcess office, PortalStandIn portal)
    {
        var (watch, today) = (Stopwatch.StartNew(), DateOnly.FromDateTime(DateTime.Now));
        var before = portal.HeldBefore(today);
        await AskForAllAsync(office); // What the outage put off for an hour is sent now.
        await FilingAsync(options, office, "submit, catching up");
        await UntilAsync(
            () => Task.FromResult(portal.HeldBefore(today) >= Dossiers),
            () => string.Create(CultureInfo.InvariantCulture, $"{portal.HeldBefore(today):N0} of {Dossiers:N0} told"));
        Report.Print("portal: dossiers told a second", (Dossiers - before) / watch.Elapsed.TotalSeconds, "");
        Report.Print("  lines that came out of order", portal.Behind, "", 0);
    }

    private static async Task ReconciledAsync(OfficeProcess office)
    {
        var watch = Stopwatch.StartNew();
        var (matched, different) = (0, 0);
        await UntilAsync(
            async () =>
            {
                (matched, different) = (0, 0);
                foreach (var day in Received)
                {
                    var made = await Carryover.AskAsync(office, $"/api/portal/reconciliations/{day:yyyy-MM-dd}");
                    matched += made.GetProperty("matched").GetInt32();
                    different += made.GetProperty("differences").GetInt32();
                }

                return matched == Dossiers && different == 0;
            },
            () => string.Create(CultureInfo.InvariantCulture, $"{matched:N0} alike, {different:N0} different"));
        Report.Print("  alike on both sides", matched, $"of {Dossiers:N0}");
        Report.Print("  until both sides were found alike", watch.Elapsed.TotalSeconds, "s");
    }

    private static async Task UntilAsync(Func<Task<bool>> done, Func<string> progress)
    {
        for (var said = Stopwatch.StartNew(); !await done(); await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            if (said.Elapsed > TimeSpan.FromSeconds(15))
            {
                Report.Note($"  … {progress()}");
                said.Restart();
            }
        }
    }
}
