namespace PublicAdmin.Embedded.Http;

/// <summary>
/// Room for so many at once. Whoever finds none waits: the most urgent goes in first, among equals whoever came first. When too many wait, the least
/// urgent of them, and among equals the last, is told to come back.
/// </summary>
/// <param name="room">So many at once.</param>
/// <param name="mostWaiting">So many may wait.</param>
internal sealed class UrgentFirst(int room, int mostWaiting)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<Waiter> _waiting = new(Comparer<Waiter>.Create(
        (one, other) => one.Urgency != other.Urgency ? one.Urgency.CompareTo(other.Urgency) : one.Turn.CompareTo(other.Turn)));

    private int _free = room;
    private long _turn;

    /// <returns>Gives the room back when disposed; null when there is none and too many wait.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async ValueTask<IDisposable?> EnterAsync(Urgency urgency, CancellationToken ct)
    {
        if (Queue(urgency) is not { } waiter)
        {
            return new Place(this);
        }

        await using var gone = ct.Register(() => Leave(waiter, ct));
        return await waiter.Entered.Task ? new Place(this) : null;
    }

    // Null when there was room at once.
    private Waiter? Queue(Urgency urgency)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return null;
            }

            waiter = new Waiter(urgency, _turn++);
            _waiting.Add(waiter);
            if (_waiting.Count > mostWaiting)
            {
                var last = _waiting.Max!;
                _waiting.Remove(last);
                last.Entered.SetResult(false);
            }
        }

        return waiter;
    }

    private void Leave(Waiter waiter, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_waiting.Remove(waiter))
            {
                waiter.Entered.SetCanceled(ct);
            }
        }
    }

    private void Release()
    {
        lock (_lock)
        {
            if (_waiting.Min is not { } next)
            {
                _free++;
                return;
            }

            _waiting.Remove(next);
            next.Entered.SetResult(true);
        }
    }

    private sealed record Waiter(Urgency Urgency, long Turn)
    {
        public TaskCompletionSource<bool> Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(UrgentFirst room) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                room.Release();
            }
        }
    }
}
