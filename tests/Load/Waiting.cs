using System.Diagnostics;

namespace PublicAdmin.Load;

/// <summary>What a waiting scenario saw: whether it is there, and in words how far it is.</summary>
internal sealed record Seen(bool Done, string HowFar);

/// <summary>Waits for something an office does by itself; says now and then how far it is, and ends when nothing moves any more.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Said = TimeSpan.FromSeconds(15);

    /// <param name="look">Looks once.</param>
    /// <param name="still">So long it may stand at the same place.</param>
    /// <param name="every">How often to look.</param>
    /// <exception cref="TimeoutException">It has stood still; the message says where.</exception>
    public static async Task UntilAsync(Func<Task<Seen>> look, TimeSpan still, TimeSpan every)
    {
        var (said, moved, last) = (Stopwatch.StartNew(), Stopwatch.StartNew(), "");
        for (var seen = await look(); !seen.Done; seen = await look())
        {
            if (seen.HowFar != last)
            {
                (moved, last) = (Stopwatch.StartNew(), seen.HowFar);
            }
            else if (moved.Elapsed > still)
            {
                throw new TimeoutException($"Nothing has moved for {still.TotalMinutes:N0} minutes: {seen.HowFar}.");
            }

            if (said.Elapsed > Said)
            {
                Report.Note($"  … {seen.HowFar}");
                said.Restart();
            }

            await Task.Delay(every);
        }
    }
}
