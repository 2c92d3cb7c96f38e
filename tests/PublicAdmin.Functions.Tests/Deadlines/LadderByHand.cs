using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;


namespace PublicAdmin.Tests.Deadlines;

/// <summary>The rungs a dossier must have reached, counted without the clockwork under test.</summary>
internal static class LadderByHand
{
    public static IEnumerable<string> RungsUpTo(DateTimeOffset sweptAt, Dossier dossier, Deadline deadline, WorkingTime time)
    {
        var paused = dossier.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) =>
            sum + time.Between(pause.From > deadline.StartsAt ? pause.From : deadline.StartsAt, pause.To!.Value < sweptAt ? pause.To.Value : sweptAt));
        var allPaused = dossier.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) =>
            sum + time.Between(
                pause.From > deadline.StartsAt ? pause.From : deadline.StartsAt, pause.To!.Value < deadline.DueAt ? pause.To.Value : deadline.DueAt));
        var (length, used) = (time.Between(deadline.StartsAt, deadline.DueAt) - allPaused, time.Between(deadline.StartsAt, sweptAt) - paused);
        var recently = dossier.Pauses.Any(pause => pause.To > sweptAt); // Resumed since that sweep: it saw the clock stand still.
        var (half, threeQuarters) = (length / 2, length * 3 / 4);
        if (recently)
        {
            yield break;
        }

        if (used > half)
        {
            yield return "half";
        }

        if (used > threeQuarters)
        {
            yield return "three-quarters";
        }

        if (sweptAt > deadline.DueAt)
        {
            yield return "overdue";
        }

        if (time.Between(deadline.DueAt, sweptAt) > TimeSpan.FromHours(16))
        {
            yield return "overdue-two-days";
        }
    }
}
