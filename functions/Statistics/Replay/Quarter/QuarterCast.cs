using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>Deals the quarter out into dossiers that end with yesterday: the same ones in the same order on the same day.</summary>
public sealed class QuarterCast(OfficeDirectory offices, CalendarBook calendar)
{
    private const string Land = "1.013978";
    private const int SinceWaiting = 14; // Working days: whatever waited longer has been settled.

    // Out of a hundred, up to which number a dossier meets this end.
    private static readonly (int Upto, QuarterFate Fate)[] Fates =
        [(3, QuarterFate.Refused), (5, QuarterFate.Withdrawn), (6, QuarterFate.Stopped), (14, QuarterFate.Supplement), (100, QuarterFate.Done)];

    public IReadOnlyList<QuarterDossier> Of(QuarterPlan plan, DateOnly today)
    {
        var days = DaysBefore(today, plan.WorkingDays);
        return [.. Enumerable.Range(0, plan.Dossiers).Select(number => One(plan, number, days)).OrderBy(one => one.FiledAt).ThenBy(one => one.Number)];
    }

    private QuarterDossier One(QuarterPlan plan, int number, IReadOnlyList<DateOnly> days)
    {
        var random = new Random(number);
        var place = Drawn(plan.Places, one => one.Share, random);
        var procedure = Drawn(plan.Procedures, one => one.Share, random);
        var channel = random.Next(100) < procedure.Online ? Channel.Online : random.Next(12) is 0 ? Channel.Post : Channel.Counter;
        var back = random.Next(days.Count);
        var filedAt = WorkingTime.At(days[back], new TimeOnly(7, 35)).AddMinutes(random.Next(0, channel is Channel.Online ? 560 : 480));
        return new(
            number, place, offices.FindByUnit(place.Unit, days[back])!.Code, procedure.Code, channel, filedAt, FateOf(procedure.Code, back, random),
            plan.NameOf(random.Next(10_000)));
    }

    private static QuarterFate FateOf(string procedure, int back, Random random)
    {
        var drawn = random.Next(100);
        return procedure is Land && back < SinceWaiting
            ? drawn < 45 ? QuarterFate.Posting : drawn < 75 ? QuarterFate.Duty : QuarterFate.Done
            : Fates.First(one => drawn < one.Upto).Fate;
    }

    private static T Drawn<T>(IReadOnlyList<T> all, Func<T, int> share, Random random)
    {
        var left = random.Next(all.Sum(share));
        return all.First(one => (left -= share(one)) < 0);
    }

    /// <returns>The last working day before today first.</returns>
    private List<DateOnly> DaysBefore(DateOnly today, int count)
    {
        var days = new List<DateOnly>(count);
        var working = calendar.Current.Of("H18").Calendar;
        for (var day = working.WorkingDayBefore(today); days.Count < count; day = working.WorkingDayBefore(day))
        {
            days.Add(day);
        }

        return days;
    }
}
