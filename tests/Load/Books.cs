using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Replay;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Load;

/// <summary>
/// The public figures and an official report in books of a thousand facts and of a million: they must cost the same. And the replay of the articles, at a
/// twentieth of its size.
/// </summary>
internal static class Books
{
    private const int Twentieth = 20;
    private const int Asked = 200;

    private static readonly string[] Addresses = [
        "/api/statistics?by=office", "/api/statistics?office=H18.61", "/api/statistics/trend", "/api/statistics/index766"];

    public static async Task FlatAsync(params int[] sizes)
    {
        foreach (var facts in sizes)
        {
            await InOfficeAsync(async office =>
            {
                await FillAsync(office, facts);
                foreach (var address in Addresses)
                {
                    await AskAsync(office, address, facts);
                }
            });
        }
    }

    public static Task ReplayAsync() => InOfficeAsync(async office =>
    {
        var (plan, meter) = (ReplayPlan.Shipped.Scaled(Twentieth), office.Services.GetRequiredService<StorageMeter>());
        var (before, watch) = (meter.Totals, Stopwatch.StartNew());
        await office.Services.GetRequiredService<ReplayLoader>().LoadAsync(plan, _ => { }, default);
        Report.Print("replay: loaded a second", plan.Total / watch.Elapsed.TotalSeconds, "dossiers");
        watch.Restart();
        await office.Services.GetRequiredService<RollUpRound>().RunAsync(default);
        Report.Print("  counted a second", plan.Total / watch.Elapsed.TotalSeconds, "dossiers");
        var after = meter.Totals;
        Report.Print(
            "  storage operations for each",
            new[] { StorageOperation.TableRead, StorageOperation.TableScan, StorageOperation.TableWrite }.Sum(
                one => after[one] - before[one]) / (double)plan.Total, "");
        Report.Print(
            "  bytes of database for each",
            new DirectoryInfo(office.Configuration["Embedded:Folder"]!).EnumerateFiles("office.db*").Sum(file => file.Length) / (double)plan.Total, "B");
        Report.Print("  memory, peak", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
    });

    private static async Task InOfficeAsync(Func<WebApplication, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("office-load-");
        try
        {
            await using var office = EmbeddedOffice.Build(
                ["--urls=http://127.0.0.1:0", $"--Embedded:Folder={folder.FullName}", "--Embedded:ManualTriggers=true", "--Logging:LogLevel:Default=Warning"]);
            await office.StartAsync();
            await measure(office);
            await office.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(WebApplication office, int facts)
    {
        var (books, rollUp) = (await office.Services.GetRequiredService<BookShelf>().PresentAsync(default), office.Services.GetRequiredService<RollUp>());
        var communes = office.Services.GetRequiredService<OfficeDirectory>().All(new DateOnly(2026, 1, 1)).Where(one => one.IsCommune).Select(one => one.Code)
            .ToList();
        var watch = Stopwatch.StartNew();
        foreach (var chunk in Enumerable.Range(0, facts).Chunk(5_000))
        {
            await rollUp.TakeAsync(books, [.. chunk.Select(n => FactOf(n, communes))], default);
        }

        Report.Print(string.Create(CultureInfo.InvariantCulture, $"books: {facts:N0} facts counted a second"), facts / watch.Elapsed.TotalSeconds, "");
    }

    private static Fact FactOf(int n, IReadOnlyList<string> communes)
    {
        var (office, at) = (communes[n % communes.Count], new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero).AddDays(n % 300).AddMinutes(n % 300));
        Step[] steps =
        [
            new(at, Standing.Waiting, office), new(at.AddMinutes(20), Standing.Open, office),
            n % 10 == 0 ? new(at.AddDays(3), Standing.Overdue, office) : new(at.AddDays(2), n % 3 == 0 ? Standing.OnTime : Standing.Ahead, office),
        ];
        return new Fact(
            DossierCode.Issue(office, DateOnly.FromDateTime(at.DateTime), n + 1), $"1.00{n % 25:D4}", $"S{n % 6}", (Intake)(n % 6), office, office, Marks.None,
            steps);
    }

    // The first of each minute makes the answer, the others are given it; both are told.
    private static async Task AskAsync(WebApplication office, string address, int facts)
    {
        using var http = new HttpClient { BaseAddress = new Uri(office.Urls.First()) };
        var firsts = new List<double>();
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 7; n++)
        {
            watch.Restart();
            (await http.GetAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={n}")).EnsureSuccessStatusCode();
            firsts.Add(watch.Elapsed.TotalMilliseconds);
        }

        watch.Restart();
        for (var n = 0; n < Asked; n++)
        {
            (await http.GetAsync(address)).EnsureSuccessStatusCode();
        }

        Report.Print(string.Create(CultureInfo.InvariantCulture, $"  {address}, made anew, {facts:N0} facts"), firsts.Order().ElementAt(3), "ms");
        Report.Print("    given again", watch.Elapsed.TotalMilliseconds / Asked, "ms");
    }
}
