using System.Collections.Concurrent;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Http;

/// <summary>How often one client may fail at something before it has to wait.</summary>
/// <param name="Name">Letters and hyphens, such as <c>tracking</c>.</param>
/// <param name="Most">Failures allowed in one window.</param>
/// <param name="Window">When it is over, all is forgotten.</param>
public sealed record RateLimit(string Name, int Most, TimeSpan Window)
{
    /// <summary>How many failures an instance takes from the common account at a time: one table operation for so many failures.</summary>
    public int Batch => Math.Max(1, Most / 10);
}

/// <summary>
/// Attempts at guessing, counted per client. Only failures cost, so an honest client pays nothing, and checking touches no table.
/// All instances draw from one account in the RateLimits table, a batch at a time; a restart forgets nothing but the batch in hand.
/// </summary>
public sealed class RateLimits(ITables tables, TimeProvider clock)
{
    /// <summary>Of an account: when its window is over.</summary>
    internal const string Until = "Until";

    private const int MostBuckets = 50_000;

    private readonly ConcurrentDictionary<(string Limit, string Client), TokenBucket> _buckets = new();

    /// <summary>Asked before the attempt: null, or 429 until the window is over, whether the attempt would have succeeded or not.</summary>
    public Refusal? Check(RateLimit limit, string client)
    {
        var now = clock.GetUtcNow();
        return _buckets.TryGetValue((limit.Name, client), out var bucket) && bucket.IsSpent(WindowAt(limit, now))
            ? HttpRefusals.TooManyAttempts.With(SecondsLeft(limit, now)).Knowing(HttpAnswers.RetryAfter, SecondsLeft(limit, now))
            : null;
    }

    /// <summary>Told after the attempt failed, or before one whose work is what costs.</summary>
    /// <returns>As <see cref="Check"/>: of many that were let in at one moment, those beyond the limit.</returns>
    public async Task<Refusal?> SpendAsync(RateLimit limit, string client, CancellationToken ct)
    {
        var window = WindowAt(limit, clock.GetUtcNow());
        var bucket = BucketOf(limit, client);
        await bucket.Turn.WaitAsync(ct);
        try
        {
            if (Check(limit, client) is { } tooMany)
            {
                return tooMany;
            }

            if (!bucket.Spend(window))
            {
                bucket.Put(window, limit, await DrawAsync(limit, client, window, ct));
            }

            return null;
        }
        finally
        {
            bucket.Turn.Release();
        }
    }

    // The account is one row per client; a new window begins it anew, and one whose window is over is removed (RateLimitRemoval).
    private async Task<long> DrawAsync(RateLimit limit, string client, long window, CancellationToken ct)
    {
        var table = tables[Tables.RateLimits];
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var row = await table.FindAsync($"{limit.Name}-{client}", "account", ct);
            var drawn = (row?.Number("Window") == window ? row.Number("Drawn") : 0) + limit.Batch;
            var values = new Dictionary<string, object?> { ["Window"] = window, ["Drawn"] = drawn, [Until] = EndOf(limit, window) };
            var account = new TableRow($"{limit.Name}-{client}", "account", values, row?.Tag);
            try
            {
                await table.WriteAsync([row is null ? RowChange.Insert(account) : RowChange.Replace(account)], ct);
                return drawn;
            }
            catch (StaleRowException)
            {
                // The same client failed elsewhere at the same moment: look again.
            }
        }

        return limit.Most + limit.Batch; // So many at once is nobody's mistyping.
    }

    private TokenBucket BucketOf(RateLimit limit, string client)
    {
        if (_buckets.Count >= MostBuckets)
        {
            _buckets.Clear(); // The accounts stay; each client's next failure finds its own again.
        }

        return _buckets.GetOrAdd((limit.Name, client), _ => new TokenBucket());
    }

    private static long WindowAt(RateLimit limit, DateTimeOffset now) => now.UtcTicks / limit.Window.Ticks;

    private static DateTimeOffset EndOf(RateLimit limit, long window) => new((window + 1) * limit.Window.Ticks, TimeSpan.Zero);

    private static int SecondsLeft(RateLimit limit, DateTimeOffset now) =>
        (int)Math.Ceiling(TimeSpan.FromTicks(limit.Window.Ticks - (now.UtcTicks % limit.Window.Ticks)).TotalSeconds);

    /// <summary>What this instance has drawn for one client and not yet spent.</summary>
    private sealed class TokenBucket : IDisposable
    {
        private readonly Lock _lock = new();
        private long _window;
        private int _left;
        private bool _last;

        /// <summary>One failure at a time: those that come together share the batch that the first of them draws.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        public void Dispose() => Turn.Dispose();

        public bool IsSpent(long window)
        {
            lock (_lock)
            {
                return _window == window && _last && _left <= 0;
            }
        }

        /// <returns>False when nothing is left of this window's batch: the failure is paid from the next.</returns>
        public bool Spend(long window)
        {
            lock (_lock)
            {
                return _window == window && (_left-- > 0 || _last);
            }
        }

        public void Put(long window, RateLimit limit, long drawn)
        {
            lock (_lock)
            {
                var kept = _window == window ? Math.Max(_left, 0) : 0;
                _left = drawn - limit.Batch < limit.Most ? kept + limit.Batch - 1 : 0;
                (_window, _last) = (window, drawn >= limit.Most);
            }
        }
    }
}
