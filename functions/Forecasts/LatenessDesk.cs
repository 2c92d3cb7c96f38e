using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Forecasts;

/// <summary>A dossier that is late: finished so, or open still.</summary>
/// <param name="OwedAt">What lateness is judged on: the first promise, moved only by the time the law stops the clock.</param>
/// <param name="DoneAt">Null while it is open.</param>
/// <param name="Apologised">Whether form 04 went out.</param>
public sealed record LateDossier(DossierCode Code, string Procedure, DateTimeOffset OwedAt, DateTimeOffset? DoneAt, bool Apologised);

/// <summary>How an office kept its promises in a period, as report 07a asks: late ones with and without apology. The late ones are named.</summary>
/// <param name="Ahead">Finished before the day owed.</param>
/// <param name="OnTime">Finished on it, in time.</param>
/// <param name="OverdueWithApology">Open now and past what was owed, whatever an extension says.</param>
/// <param name="More">There is more open work than was looked at.</param>
public sealed record LatenessCount(
    DateOnly From,
    DateOnly To,
    int Finished,
    int Ahead,
    int OnTime,
    int LateWithApology,
    int LateWithoutApology,
    int OverdueWithApology,
    int OverdueWithoutApology,
    IReadOnlyList<LateDossier> Late,
    bool More);

/// <summary>Counts the late. Costs what was finished in the period and the open work, at most 3,000.</summary>
public sealed class LatenessDesk(FinishedWork finished, DossierStore dossiers, WorkList work, TimeProvider clock)
{
    private const int MostOpen = 3_000;

    public async Task<LatenessCount> CountAsync(string office, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var done = await finished.BetweenAsync(office, WorkingTime.At(from, TimeOnly.MinValue), WorkingTime.At(to.AddDays(1), TimeOnly.MinValue), ct);
        var late = done.Where(item => item.Punctuality is Punctuality.Late)
            .Select(item => new LateDossier(item.Code, item.Procedure, item.OwedAt.Here(), item.DoneAt.Here(), item.Apologised)).ToList();
        var (overdue, more) = await OverdueAsync(office, ct);
        return new LatenessCount(
            from, to, done.Count, done.Count(item => item.Punctuality is Punctuality.Ahead), done.Count(item => item.Punctuality is Punctuality.OnTime),
            late.Count(item => item.Apologised), late.Count(item => !item.Apologised), overdue.Count(item => item.Apologised),
            overdue.Count(item => !item.Apologised),
            [.. late, .. overdue], more);
    }

    private async Task<(IReadOnlyList<LateDossier> Overdue, bool More)> OverdueAsync(string office, CancellationToken ct)
    {
        var (now, overdue) = (clock.GetUtcNow(), new List<LateDossier>());
        var items = await work.ReadAsync(office, null, ct).Take(MostOpen + 1).ToListAsync(ct);

        // An extension moves the end and not what is owed, so the few that may have one are looked at themselves.
        foreach (var item in items.Take(MostOpen).Where(item => item.Phase.IsRunning() && (item.DueAt < now || item.Apology is ApologyState.Sent)))
        {
            if (await dossiers.FindAsync(item.Code, ct) is { Dossier: { Deadline: { } deadline } dossier } && deadline.OwedAt < now)
            {
                overdue.Add(new LateDossier(item.Code, item.Procedure, deadline.OwedAt.Here(), null, dossier.Apology is ApologyState.Sent));
            }
        }

        return (overdue, items.Count > MostOpen);
    }
}
