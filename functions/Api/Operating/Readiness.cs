using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Api.Operating;

/// <summary>Tries each port for real: writes a row, looks into a queue, looks for a blob. The answer is kept for a few seconds, for everybody may ask.</summary>
public sealed class Readiness(ITables tables, IDeadLetters queues, IBlobs blobs, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private (DateTimeOffset At, IReadOnlyList<string> Failing)? _known;

    /// <summary>Names of the ports that do not work; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FailingAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known is not { } known || now - known.At > Fresh)
        {
            string?[] failing =
            [
                await TryAsync("tables", () => tables[Tables.Budgets].WriteAsync([Probe(now)], ct), ct),
                await TryAsync("queues", () => queues.ListAsync(Queues.DossierEvents, 0, 1, ct), ct),
                await TryAsync("blobs", () => blobs.FindAsync(new BlobName(Containers.Papers, "ready"), ct), ct),
            ];
            _known = known = (now, [.. failing.OfType<string>()]);
        }

        return known.Failing;
    }

    private static RowChange Probe(DateTimeOffset now) =>
        RowChange.Upsert(new TableRow("readiness", "probe", new Dictionary<string, object?> { ["At"] = now }));

    private static async Task<string?> TryAsync(string port, Func<Task> use, CancellationToken ct)
    {
        try
        {
            await use();
            return null;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return port; // Whatever the fault is: the port does not work, which is the question.
        }
    }
}
