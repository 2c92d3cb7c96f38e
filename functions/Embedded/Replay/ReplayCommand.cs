using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Replay;
using PublicAdmin.Statistics.Rollups;
using Spectre.Console;

namespace PublicAdmin.Embedded.Replay;

/// <summary>
/// <c>dotnet run --project functions -- replay</c>: loads the figures of the two articles as 146,539 dossiers into a folder of its own, counts them, checks the
/// equations and prints the
/// reports beside the articles. Ctrl+C stops it; the same command goes on.
/// </summary>
internal static class ReplayCommand
{
    public const string Name = "replay";
    private const string Folder = "data/replay";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var office = Build(args);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var plan = PlanOf(office);
        ReplayTables.WriteAssumptions(plan);
        try
        {
            await office.Services.GetRequiredService<DataKeyRing>().RefreshAsync(stop.Token); // Nothing here starts the office, which would.
            await LoadAsync(office, plan, stop.Token);
            await CountAsync(office, plan, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            AnsiConsole.MarkupLine("[yellow]Đã dừng. Chạy lại lệnh này để tiếp tục · Stopped. Run the same command to go on.[/]");
            return 1;
        }

        return await CompareAsync(office, plan);
    }

    private static WebApplication Build(string[] args) => EmbeddedOffice.Build(
        [$"--Embedded:Folder={Folder}", "--Embedded:ManualTriggers=true", "--Embedded:SampleData=false", "--Logging:LogLevel:Default=Warning",
            "--urls=http://127.0.0.1:0", .. args]);

    // --divisor 100 loads a hundredth, to see how it goes.
    private static ReplayPlan PlanOf(WebApplication office) =>
        int.TryParse(office.Configuration["divisor"], NumberStyles.None, CultureInfo.InvariantCulture, out var divisor) && divisor > 1
            ? ReplayPlan.Shipped.Scaled(divisor) : ReplayPlan.Shipped;

    private static async Task LoadAsync(WebApplication office, ReplayPlan plan, CancellationToken ct)
    {
        var (since, last) = (Stopwatch.StartNew(), new ReplayProgress(0, 0, plan.Total));
        await Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Nạp hồ sơ · loading", maxValue: plan.Total);
            await office.Services.GetRequiredService<ReplayLoader>().LoadAsync(plan, progress => task.Value = (last = progress).Loaded, ct);
        });
        var (rate, memory) = (last.Written / since.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"{last.Loaded:N0} hồ sơ ({last.Written:N0} mới · new), {rate:N0}/s, {memory} MiB");
    }

    private static async Task CountAsync(WebApplication office, ReplayPlan plan, CancellationToken ct)
    {
        var (since, counted) = (Stopwatch.StartNew(), 0);
        await Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Vào sổ · counting", maxValue: plan.Total);
            await office.Services.GetRequiredService<RollUpRound>().RunAsync(more => task.Value = counted += more, ct);
            task.Value = plan.Total;
        });
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{counted:N0} vào sổ · counted, {counted / since.Elapsed.TotalSeconds:N0}/s");
    }

    private static async Task<int> CompareAsync(WebApplication office, ReplayPlan plan)
    {
        var check = await office.Services.GetRequiredService<CheckBook>().RunAsync(CancellationToken.None);
        ReplayTables.WriteComparison(await office.Services.GetRequiredService<ReplayComparison>().ReadAsync(plan, CancellationToken.None));
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"Cân đối · equations: {(check.Balanced ? "đúng ở mọi nơi · hold "
                + "everywhere" : $"{check.Findings.Count} sai · broken")} ({check.Cells:N0} ô · rows, {check.Facts:N0} hồ sơ · dossiers)");
        return check.Balanced ? 0 : 2;
    }

    private static Progress Progress() => AnsiConsole.Progress().Columns(
        new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn());
}
