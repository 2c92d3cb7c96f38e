using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Statistics.Replay;

/// <summary>How far a load has come.</summary>
/// <param name="Loaded">Dossiers that are there, those of an earlier run included.</param>
/// <param name="Written">Of these, written by this run.</param>
public sealed record ReplayProgress(int Loaded, int Written, int Total);

/// <summary>
/// Loads a plan through the way by which a dossier comes back from a copy: events into its own partition, head from the events, lists by the projector; nothing
/// is announced, no letter
/// goes out. A dossier that is there already is left alone, so that a load broken off anywhere is begun again and goes on.
/// </summary>
public sealed class ReplayLoader(ReplayCast cast, ReplayStory story, DossierRestorer restorer, CalendarBook calendar)
{
    private const int AtOnce = 8;

    public async Task LoadAsync(ReplayPlan plan, Action<ReplayProgress> report, CancellationToken ct)
    {
        var (loaded, written) = (0, 0);
        var days = DaysOf(plan);
        await Parallel.ForEachAsync(CodedOf(plan), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (told, token) =>
        {
            if (await AddAsync(plan, told.Dossier, told.Serials, days, token))
            {
                Interlocked.Increment(ref written);
            }

            report(new(Interlocked.Increment(ref loaded), written, plan.Total));
        });
    }

    private async Task<bool> AddAsync(ReplayPlan plan, ReplayDossier told, int serial, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var (first, then) = story.Tell(plan, told, days, (office, day) => DossierCode.Issue(office, day, serial));
        return await restorer.BringInAsync(first.Code, then.Prepend(first), ct);
    }

    // The serial within the day is not known before the story is told, so each office counts its own through the whole load: unique, and the same in every run.
    private IEnumerable<(ReplayDossier Dossier, int Serials)> CodedOf(ReplayPlan plan)
    {
        var serials = new Dictionary<string, int>();
        foreach (var told in cast.Of(plan))
        {
            serials[told.Receipt] = serials.GetValueOrDefault(told.Receipt) + 1;
            yield return (told, serials[told.Receipt]);
        }
    }

    private List<DateOnly> DaysOf(ReplayPlan plan)
    {
        var days = new List<DateOnly>();
        for (var day = plan.From; day <= plan.To; day = day.AddDays(1))
        {
            if (calendar.Current.Of("H18").Calendar.IsWorkingDay(day))
            {
                days.Add(day);
            }
        }

        return days;
    }
}
