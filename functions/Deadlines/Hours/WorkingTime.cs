using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>
/// The time in which one office works (thời giờ làm việc): open days cut into shifts. Counts forward in it and measures spans of it, exactly.
/// Instants may come with any offset; answers carry the offset of the offices.
/// </summary>
public sealed class WorkingTime(OfficeCalendar calendar, OfficeHours hours, string office)
{
    /// <summary>Eight hours: what the law means by one working day wherever a term in hours is set against one in days.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(8);

    public OfficeCalendar Calendar => calendar;

    public string Office => office;

    /// <summary>This instant when the office is open, else the next opening.</summary>
    public DateTimeOffset OpenFrom(DateTimeOffset instant)
    {
        foreach (var (opens, closes) in ShiftsFrom(instant))
        {
            if (instant < closes)
            {
                return instant > opens ? instant.Here() : opens;
            }
        }

        throw new InvalidOperationException("Shifts never end.");
    }

    /// <summary>The earliest instant by which <paramref name="span"/> of working time has passed: a term ends at closing, not at the next opening.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var (here, left) = (from.Here(), span);
        foreach (var (opens, closes) in ShiftsFrom(here).TakeWhile(_ => left > TimeSpan.Zero))
        {
            here = Later(opens, here);
            var step = closes - here < left ? closes - here : left;
            if (step > TimeSpan.Zero)
            {
                (here, left) = (here + step, left - step);
            }
        }

        return here;
    }

    /// <summary>
    /// The earliest instant from which no more than <paramref name="span"/> of working time is left until <paramref name="to"/>: a closing, not the opening
    /// after it.
    /// </summary>
    public DateTimeOffset Subtract(DateTimeOffset to, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var (here, left) = (to.Here(), span);
        foreach (var (opens, closes) in ShiftsBefore(here))
        {
            here = closes < here ? closes : here;
            var step = here - opens < left ? here - opens : left;
            (here, left) = (here - step, left - step);
            if (left == TimeSpan.Zero && here > opens)
            {
                break;
            }
        }

        return here;
    }

    /// <summary>A moment as the end of a term: to the minute, and never an opening but the closing before it.</summary>
    public DateTimeOffset End(DateTimeOffset instant) => Subtract(instant.ToMinute(), TimeSpan.Zero);

    /// <summary>The working time between two instants; zero when the second is not after the first.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (opens, closes) in ShiftsOf(DayOf(from), DayOf(to)))
        {
            var (begin, end) = (Later(opens, from), closes < to ? closes : to);
            sum += end > begin ? end - begin : TimeSpan.Zero;
        }

        return sum;
    }

    /// <summary>When the office closes on a working day.</summary>
    public DateTimeOffset Closing(DateOnly workingDay) => At(workingDay, hours.On(office, workingDay)[^1].Closes);

    public DateTimeOffset Opening(DateOnly workingDay) => At(workingDay, hours.On(office, workingDay)[0].Opens);

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Clock.Zone.GetUtcOffset(local));
    }

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.Here().DateTime);

    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> ShiftsOf(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var shift in calendar.IsWorkingDay(day) ? hours.On(office, day) : [])
            {
                yield return (At(day, shift.Opens), At(day, shift.Closes));
            }
        }
    }

    // Without end.
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> ShiftsFrom(DateTimeOffset instant)
    {
        for (var day = DayOf(instant); ; day = day.AddDays(1))
        {
            day = calendar.WorkingDayFrom(day);
            foreach (var shift in hours.On(office, day))
            {
                yield return (At(day, shift.Opens), At(day, shift.Closes));
            }
        }
    }

    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> ShiftsBefore(DateTimeOffset instant)
    {
        for (var day = DayOf(instant); ; day = calendar.WorkingDayBefore(day))
        {
            foreach (var shift in calendar.IsWorkingDay(day) ? hours.On(office, day).Reverse().Where(shift => At(day, shift.Opens) < instant) : [])
            {
                yield return (At(day, shift.Opens), At(day, shift.Closes));
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
