using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Platform.Reference;

/// <summary>Reference data held in memory, read again from time to time because another instance may have been told of a change.</summary>
public interface IReferenceData
{
    Task RefreshAsync(CancellationToken ct);
}

/// <summary>What is to happen when reference data cannot be read at the start.</summary>
/// <param name="Waits">True: the app starts, answers that it is not ready, and tries again. False: it does not start.</param>
public sealed record ReferenceStart(bool Waits);

/// <summary>
/// Reads reference data at the start, before any server of this process listens, and then every minute. Versions are written for a day to come,
/// so an instance that learns of one a minute later has answered nothing wrong.
/// </summary>
public sealed partial class ReferenceRefresher(IEnumerable<IReferenceData> data, TimeProvider clock, ReferenceStart start, ILogger<ReferenceRefresher> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>False until everything was read once: nothing that hangs on offices, fees or days may be answered before.</summary>
    public bool IsRead { get; private set; }

    // Before StartAsync of every other service, the server of requests among them.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception e) when (start.Waits && !cancellationToken.IsCancellationRequested)
        {
            LogNotRead(e.GetType().Name);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(IsRead ? Every : Again, clock, stoppingToken);
                await RefreshAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) // The batch boundary: what is in memory still holds, the next minute tries again.
            {
                LogNotRefreshed(e);
            }
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        await Task.WhenAll(data.Select(one => one.RefreshAsync(ct)));
        IsRead = true;
    }

    [LoggerMessage(
        LogLevel.Error, "Reference data could not be read at the start: {Fault}. Until it can, nothing is answered.", EventName = "ReferenceDataMissing")]
    private partial void LogNotRead(string fault);

    [LoggerMessage(LogLevel.Warning, "Reference data could not be read again; the last known versions stay in use.", EventName = "ReferenceDataStale")]
    private partial void LogNotRefreshed(Exception e);
}
