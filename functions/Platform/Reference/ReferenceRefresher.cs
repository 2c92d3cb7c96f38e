using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Platform.Reference;

/// <summary>Reference data held in memory, read again from time to time because another instance may have been told of a change.</summary>
public interface IReferenceData
{
    Task RefreshAsync(CancellationToken ct);
}

/// <summary>
/// Reads reference data at the start, before the first request, and then every minute. Versions are written for a day to come,
/// so an instance that learns of one a minute later has answered nothing wrong.
/// </summary>
public sealed partial class ReferenceRefresher(IEnumerable<IReferenceData> data, TimeProvider clock, ILogger<ReferenceRefresher> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(Every, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await minutes.WaitForNextTickAsync(stoppingToken);
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

    private Task RefreshAsync(CancellationToken ct) => Task.WhenAll(data.Select(one => one.RefreshAsync(ct)));

    [LoggerMessage(LogLevel.Warning, "Reference data could not be read again; the last known versions stay in use.", EventName = "ReferenceDataStale")]
    private partial void LogNotRefreshed(Exception e);
}
