using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Replay;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Load;

/// <summary>The replay of the articles, whole or a part of it.</summary>
internal static class Books
{
    /// <param name="divisor">1 for all of it, 20 for a twentieth.</param>
    public static Task ReplayAsync(int divisor) => InOfficeAsync(async office =>
    {
        var (plan, meter) = (divisor is 1 ? ReplayPlan.Shipped : ReplayPlan.Shipped.Scaled(divisor), office.Services.GetRequiredService<StorageMeter>());
        var (before, watch) = (meter.Totals, Stopwatch.StartNew());
        await office.Services.GetRequiredService<ReplayLoader>().LoadAsync(plan, _ => { }, default);
        Report.Print("replay: loaded a second", plan.Total / watch.Elapsed.TotalSeconds, "dossiers");
        watch.Restart();
        await office.Services.GetRequiredService<RollUpRound>().RunAsync(_ => { }, default);
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

    internal static async Task InOfficeAsync(Func<WebApplication, Task> measure)
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
}
