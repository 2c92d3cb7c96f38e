using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>Who asks, as far as the room for requests goes.</summary>
internal enum Lane
{
    Anonymous,
    Citizen,
    Staff,
}

/// <summary>One request that wants room.</summary>
/// <param name="Key">The caller; for those who have not signed in, their network.</param>
/// <param name="Office">The office a member of the staff works in; the caller's own key for others.</param>
/// <param name="IsTransfer">It carries a file: more than the ordinary body.</param>
/// <param name="Urgency">How much legal slack it has left.</param>
internal sealed record LaneAsked(Lane Lane, string Key, string Office, bool IsTransfer, Urgency Urgency = Urgency.SomebodyWaits);

/// <summary>
/// Room for requests (vách ngăn, bulkheads): lanes of anonymous callers, citizens and staff are apart, and within a lane every caller and every office has a
/// bounded share, so that nobody's flood is another's delay. Files have a narrower lane of their own beside all short requests. Whoever finds no room in the
/// own share waits in the own line; whoever finds none in the lane waits there, the least legal slack first. When a line is full, one is told to come back.
/// </summary>
internal sealed class Lanes : IDisposable
{
    /// <summary>Bodies are counted in pieces of this size.</summary>
    public const int Piece = 64 * 1024;

    private const int PiecesOfSignedIn = 128 * 1024 * 1024 / Piece;
    private const int PiecesOfAnonymous = 64 * 1024 * 1024 / Piece;
    private const int PiecesOfOneCaller = 24 * 1024 * 1024 / Piece; // One PDF of the largest size, or a few chunks.
    private const int TransfersOfOneCaller = 2;
    private const int TransfersOfOneOffice = 4;

    private readonly ClientAddress _clients;
    private readonly PartitionedRateLimiter<LaneAsked> _shares;
    private readonly Dictionary<(Lane Lane, bool IsTransfer), UrgentFirst> _lanes;
    private readonly PartitionedRateLimiter<LaneAsked> _bodies;

    public Lanes(HostSettings host, ClientAddress clients)
    {
        _clients = clients;
        var (all, queue) = (host.Http.MaxConcurrentRequests, host.Http.MaxOutstandingRequests);

        // The narrowest first: who waits for the own share must not fill the common one meanwhile.
        _shares = PartitionedRateLimiter.CreateChained(
            By(asked => (asked.Key, asked.IsTransfer), asked => asked.IsTransfer ? (TransfersOfOneCaller, queue / 4) : (Share(all, 8), queue / 4)),
            By(asked => (asked.Office, asked.IsTransfer), asked => asked.IsTransfer ? (TransfersOfOneOffice, queue / 4) : (Share(all, 4), queue / 2)));
        _lanes = Enum.GetValues<Lane>().SelectMany(lane => new[] { (lane, true), (lane, false) }).ToDictionary(
            one => one,
            one => one.Item2 ? new UrgentFirst(TransfersOf(one.lane), queue / 4) : new UrgentFirst(Share(all, one.lane is Lane.Anonymous ? 4 : 2), queue));
        _bodies = PartitionedRateLimiter.CreateChained(
            By(asked => asked.Key, _ => (PiecesOfOneCaller, PiecesOfOneCaller * 8)),
            By(asked => asked.Lane is Lane.Anonymous,
                asked => asked.Lane is Lane.Anonymous ? (PiecesOfAnonymous, PiecesOfAnonymous) : (PiecesOfSignedIn, PiecesOfSignedIn * 2)));
    }

    public LaneAsked AskedBy(HttpContext context, int maxBytes, Urgency urgency)
    {
        var caller = context.Request.Caller();
        var transfer = maxBytes > AcceptsAttribute.DefaultMaxBytes;
        if (caller.Kind is CallerKind.Nobody)
        {
            var network = _clients.KeyOf(context.Request);
            return new(Lane.Anonymous, network, network, transfer, urgency);
        }

        return caller.Kind switch
        {
            CallerKind.Citizen => new(Lane.Citizen, caller.Id, caller.Id, transfer, urgency),
            _ => new(Lane.Staff, caller.Id, caller.Duties.Count > 0 ? caller.Duties[0].Office : caller.Id, transfer, urgency),
        };
    }

    /// <returns>Room to run, which it gives back when disposed; null when there is none.</returns>
    public async ValueTask<IDisposable?> EnterAsync(LaneAsked asked, CancellationToken ct)
    {
        var share = await _shares.AcquireAsync(asked, 1, ct);
        try
        {
            var place = share.IsAcquired ? await _lanes[(asked.Lane, asked.IsTransfer)].EnterAsync(asked.Urgency, ct) : null;
            if (place is not null)
            {
                return new Room(place, share);
            }
        }
        catch (OperationCanceledException)
        {
            share.Dispose();
            throw;
        }

        share.Dispose();
        return null;
    }

    /// <summary>Room in memory for a body of so many bytes; the lease gives it back.</summary>
    public ValueTask<RateLimitLease> ReserveAsync(LaneAsked asked, long bytes, CancellationToken ct) =>
        _bodies.AcquireAsync(asked, (int)Math.Min((bytes + Piece - 1) / Piece, PiecesOfOneCaller), ct);

    public void Dispose()
    {
        _shares.Dispose();
        _bodies.Dispose();
    }

    // A PDF of a stranger costs seconds of a processor: never more than half of them at once.
    private static int TransfersOf(Lane lane) => lane is Lane.Anonymous ? Share(Environment.ProcessorCount, 2) : 4 * Environment.ProcessorCount;

    private static int Share(int all, int parts) => Math.Max(1, all / parts);

    private static PartitionedRateLimiter<LaneAsked> By<TKey>(Func<LaneAsked, TKey> key, Func<LaneAsked, (int Permits, int Queue)> room)
        where TKey : notnull =>
            PartitionedRateLimiter.Create<LaneAsked, TKey>(asked => RateLimitPartition.GetConcurrencyLimiter(key(asked), _ => Options(room(asked))));

    private static ConcurrencyLimiterOptions Options((int Permits, int Queue) room) =>
        new() { PermitLimit = room.Permits, QueueLimit = room.Queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private sealed class Room(IDisposable place, RateLimitLease share) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            share.Dispose();
        }
    }
}
