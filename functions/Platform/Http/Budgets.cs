using System.Collections.Concurrent;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Http;

/// <summary>How often one client may fail at something before it has to wait.</summary>
/// <param name="Name">Letters and hyphens, such as <c>tracking</c>.</param>
/// <param name="Limit">Failures allowed in one window.</param>
/// <param name="Window">When it is over, all is forgotten.</param>
public sealed record Budget(string Name, int Limit, TimeSpan Window)
{
    /// <summary>How many failures an instance takes from the common account at a time: one table operation for so many failures.</summary>
    public int Lot => Math.Max(1, Limit / 10);
}

/// <summary>
/// Attempts at guessing, counted per client. Only failures cost, so an honest client pays nothing, and checking touches no table.
/// All instances draw from one account in the Budgets table, in lots; a restart forgets nothing but the lot in hand.
/// </summary>
public sealed class Budgets(ITables tables, TimeProvider clock)
{
    private const int MostPurses = 50_000;

    private readonly ConcurrentDictionary<(string Budget, string Client), Purse> _purses = new();

    /// <summary>Asked before the attempt: null, or 429 until the window is over, whether the attempt would have succeeded or not.</summary>
    public Refusal? Check(Budget budget, string client)
    {
        var now = clock.GetUtcNow();
        return _purses.TryGetValue((budget.Name, client), out var purse) && purse.IsSpent(WindowAt(budget, now))
            ? HttpRefusals.TooManyAttempts.With(SecondsLeft(budget, now)).Knowing(HttpAnswers.RetryAfter, SecondsLeft(budget, now))
            : null;
    }

    /// <summary>Told after the attempt failed.</summary>
    public async Task SpendAsync(Budget budget, string client, CancellationToken ct)
    {
        var window = WindowAt(budget, clock.GetUtcNow());
        var purse = PurseOf(budget, client);
        await purse.Turn.WaitAsync(ct);
        try
        {
            if (!purse.Spend(window))
            {
                purse.Put(window, budget, await DrawAsync(budget, client, window, ct));
            }
        }
        finally
        {
            purse.Turn.Release();
        }
    }

    // The account is one row per client; a new window begins it anew, so old rows need no sweeping.
    private async Task<long> DrawAsync(Budget budget, string client, long window, CancellationToken ct)
    {
        var table = tables[Tables.Budgets];
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var row = await table.FindAsync($"{budget.Name}-{client}", "account", ct);
            var drawn = (row?.Number("Window") == window ? row.Number("Drawn") : 0) + budget.Lot;
            var account = new TableRow(
                $"{budget.Name}-{client}", "account", new Dictionary<string, object?> { ["Window"] = window, ["Drawn"] = drawn }, row?.Tag);
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

        return budget.Limit + budget.Lot; // So many at once is nobody's mistyping.
    }

    private Purse PurseOf(Budget budget, string client)
    {
        if (_purses.Count >= MostPurses)
        {
            _purses.Clear(); // The accounts stay; each client's next failure finds its own again.
        }

        return _purses.GetOrAdd((budget.Name, client), _ => new Purse());
    }

    private static long WindowAt(Budget budget, DateTimeOffset now) => now.UtcTicks / budget.Window.Ticks;

    private static int SecondsLeft(Budget budget, DateTimeOffset now) =>
        (int)Math.Ceiling(TimeSpan.FromTicks(budget.Window.Ticks - (now.UtcTicks % budget.Window.Ticks)).TotalSeconds);

    /// <summary>What this instance has drawn for one client and not yet spent.</summary>
    private sealed class Purse : IDisposable
    {
        private readonly Lock _lock = new();
        private long _window;
        private int _left;
        private bool _last;

        /// <summary>One failure at a time: those that come together share the lot that the first of them draws.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        public void Dispose() => Turn.Dispose();

        public bool IsSpent(long window)
        {
            lock (_lock)
            {
                return _window == window && _last && _left <= 0;
            }
        }

        /// <returns>False when nothing is left of this window's lot: the failure is paid from the next.</returns>
        public bool Spend(long window)
        {
            lock (_lock)
            {
                return _window == window && (_left-- > 0 || _last);
            }
        }

        public void Put(long window, Budget budget, long drawn)
        {
            lock (_lock)
            {
                var kept = _window == window ? Math.Max(_left, 0) : 0;
                _left = drawn - budget.Lot < budget.Limit ? kept + budget.Lot - 1 : 0;
                (_window, _last) = (window, drawn >= budget.Limit);
            }
        }
    }
}
