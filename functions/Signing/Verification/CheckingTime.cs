using System.Diagnostics;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// The time one file may be looked at, however often: five seconds together. What a file may cost is counted in bytes and values, which a busy machine
/// does not make more; this only ends what nobody thought of. Waiting for authorities is not looking.
/// </summary>
/// <param name="longest">All looks together.</param>
/// <param name="ct">When nobody waits for the answer any more.</param>
internal sealed class CheckingTime(TimeSpan longest, CancellationToken ct)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _spent;

    public static CheckingTime OfOneFile(CancellationToken ct = default) => new(Longest, ct);

    /// <param name="look">Given what ends when the time is up.</param>
    /// <param name="tooLong">The answer then.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public T Spend<T>(Func<CancellationToken, T> look, T tooLong)
    {
        ct.ThrowIfCancellationRequested();
        if (_spent >= longest)
        {
            return tooLong;
        }

        var started = Stopwatch.GetTimestamp();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        left.CancelAfter(longest - _spent);
        try
        {
            return look(left.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return tooLong;
        }
        finally
        {
            _spent += Stopwatch.GetElapsedTime(started);
        }
    }
}
