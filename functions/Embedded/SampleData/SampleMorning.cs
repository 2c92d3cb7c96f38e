using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// A first morning for a new office: people file and officials act, through the same doors as everybody, as
/// <c>sample-morning.json</c> tells. Done once per folder; the secrets for tracking go into <c>sample-receipts.json</c> beside the data.
/// Behind it comes the rest of the province, where it is wanted.
/// </summary>
internal sealed partial class SampleMorning(
    SampleFolder folder, SampleLife tales, SampleProvince province, IHostApplicationLifetime life, ILogger<SampleMorning> log) : BackgroundService
{
    private readonly string _receipts = Path.Combine(folder.Path, "sample-receipts.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);
        if (File.Exists(_receipts))
        {
            return;
        }

        try
        {
            await LiveAsync(stoppingToken);
            if (folder.WholeProvince)
            {
                await province.LiveAsync(stoppingToken);
            }
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            LogBroken(fault); // The people in it are invented: the office stays open without the rest of the morning.
        }
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        var receipts = new List<JsonElement>();
        foreach (var story in Resources.Json<SampleStory[]>("Embedded.SampleData.sample-morning.json"))
        {
            receipts.Add(await tales.LiveAsync(story, ct));
        }

        await File.WriteAllTextAsync(_receipts, JsonSerializer.Serialize(receipts, OfficeJson.Options), ct);
        LogDone(receipts.Count, _receipts);
    }

    [LoggerMessage(LogLevel.Information, "The sample morning left {Count} dossiers; codes and tracking secrets: {File}")]
    private partial void LogDone(int count, string file);

    [LoggerMessage(LogLevel.Error, "The sample broke off; delete the folder of data to have it anew.")]
    private partial void LogBroken(Exception fault);
}
