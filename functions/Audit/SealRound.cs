using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

/// <summary>
/// Seals every day that is over and not sealed yet, the oldest first, without leaving one out: a day on which nothing happened is sealed too.
/// </summary>
public sealed class SealRound(DaySealer sealer, SealedDays days, TouchedDossiers touched, TimeProvider clock)
{
    /// <summary>How long after midnight a day may be sealed: whatever was begun in it is written by then.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    // The function may run for five minutes; the rest is for the next hour.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);
    private const int FirstLookBack = 31;

    /// <returns>How many days were sealed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (since, last, sealedDays) = (clock.GetTimestamp(), DateOnly.FromDateTime((clock.GetUtcNow() - Grace).Here().DateTime).AddDays(-1), 0);
        var before = await days.LastAsync(ct);
        for (var day = before?.Day.AddDays(1) ?? await FirstAsync(last, ct); day <= last && clock.GetElapsedTime(since) < Enough; day = day.AddDays(1))
        {
            await sealer.SealAsync(day, before, ct);
            before = await days.FindAsync(day, ct);
            sealedDays++;
        }

        return sealedDays;
    }

    // An office that was switched off for its first nights begins with its first day.
    private async Task<DateOnly> FirstAsync(DateOnly last, CancellationToken ct)
    {
        for (var day = last.AddDays(-FirstLookBack); day < last; day = day.AddDays(1))
        {
            if (await touched.AnyOnAsync(day, ct))
            {
                return day;
            }
        }

        return last;
    }
}
