using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Api.Operating;

/// <summary>
/// Tries each port for real: writes a row, looks into a queue, looks for a blob. The answer is kept for a few seconds, for everybody may ask.
/// </summary>
public sealed class Readiness(ITables tables, IDeadLetters queues, IBlobs blobs, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // Whoever asks wants to know now; a client's own patience with a broken line is longer than a load balancer's.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private (DateTimeOffset At, IReadOnlyList<string> Failing)? _known;

    /// <summary>Names of the ports that do not work; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FailingAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known is not { } known || now - known.At > Fresh)
        {
            var failing = await Task.WhenAll(
                TryAsync("tables", stop => tables[Tables.RateLimits].WriteAsync([Probe(now)], stop), ct),
                TryAsync("queues", stop => queues.ListAsync(Queues.DossierEvents, 0, 1, stop), ct),
                TryAsync("blobs", stop => blobs.FindAsync(new BlobName(Containers.Papers, "ready"), stop), ct));
            _known = known = (now, [.. failing.OfType<string>()]);
        }

        return known.Failing;
    }

    private static RowChange Probe(DateTimeOffset now) =>
        RowChange.Upsert(new TableRow("readiness", "probe", new Dictionary<string, object?> { ["At"] = now }));

    // Not every client heeds a cancellation while it is connecting, so its end is not waited for either.
    private static async Task<string?> TryAsync(string port, Func<CancellationToken, Task> use, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await use(patience.Token).WaitAsync(patience.Token);
            return null;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return port; // Whatever the fault is: the port does not work, which is the question.
        }
    }
}
