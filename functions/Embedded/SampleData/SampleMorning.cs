using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// A first morning for a new office: people file and officials act, through the same doors as everybody, as
/// <c>sample-morning.json</c> tells. Done once per folder, and gone on with at the next start where the office was closed in the midst of it; the secrets for
/// tracking go into <c>sample-receipts.json</c> beside the data. Behind it comes the rest of the province, where it is wanted.
/// </summary>
internal sealed partial class SampleMorning(
    SampleFolder folder, SampleLife tales, SampleNotes notes, SampleProvince province, IHostApplicationLifetime life, IConfiguration settings,
    ILogger<SampleMorning> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);

        // The doors close before this is told to stop.
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, life.ApplicationStopping);
        LogBegun();
        try
        {
            await FillAsync(closing.Token);
        }
        catch (Exception) when (closing.IsCancellationRequested)
        {
            LogLeft(); // The next start goes on.
        }
        catch (Exception fault)
        {
            LogBroken(fault); // The people in it are invented: the office stays open without the rest of the morning.
        }

        await SpeakAgainAsync(closing.Token);
    }

    // What it filed is still being checked and signed for a while.
    private async Task SpeakAgainAsync(CancellationToken ct)
    {
        await Task.Delay(Rest, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        SampleQuiet.End(settings);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        await LiveAsync(ct);
        if (folder.WholeProvince)
        {
            await province.LiveAsync(ct);
        }

        notes.Close();
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        var receipts = new List<JsonElement>();
        foreach (var (n, story) in Resources.Json<SampleStory[]>("Embedded.SampleData.sample-morning.json").Index())
        {
            receipts.Add(await tales.LiveAsync(story, $"morning-{n}", ct));
        }

        await File.WriteAllTextAsync(folder.Receipts, JsonSerializer.Serialize(receipts, OfficeJson.Options), ct);
        LogDone(receipts.Count, folder.Receipts);
    }

    [LoggerMessage(LogLevel.Information, "Filling in an invented province; until it is there, only warnings are told.")]
    private partial void LogBegun();

    [LoggerMessage(LogLevel.Information, "The sample morning left {Count} dossiers; codes and tracking secrets: {File}")]
    private partial void LogDone(int count, string file);

    [LoggerMessage(LogLevel.Warning, "The invented province is not whole yet; the next start goes on with it.")]
    private partial void LogLeft();

    [LoggerMessage(LogLevel.Error, "The sample broke off; the next start goes on with it. Delete the folder of data to have it anew.")]
    private partial void LogBroken(Exception fault);
}
