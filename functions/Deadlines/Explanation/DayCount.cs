using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>Walks a term day by day and says of each day whether it counted and why. Pure.</summary>
/// <param name="time">With the calendar the term was counted with, not today's.</param>
/// <param name="now">Where the walk ends while the clock stands still.</param>
public sealed class DayCount(DeadlineFacts facts, WorkingTime time, DateTimeOffset now)
{
    private readonly Deadline _deadline = facts.Deadline;
    private readonly DateTimeOffset _countedTo = facts.OpenPause is { } open ? Earlier(open.From, facts.Deadline.OwedAt) : facts.Deadline.OwedAt;

    public IReadOnlyList<ExplainedDay> Days() => [.. Span().Select(day => facts.Term.Unit is TermUnit.CalendarDays ? CalendarDay(day) : Day(day))];

    private IEnumerable<DateOnly> Span()
    {
        var last = WorkingTime.DayOf(facts.OpenPause is { } open && open.From < _deadline.OwedAt ? Later(now, open.From) : Later(_deadline.DueAt, _deadline.OwedAt));
        for (var day = WorkingTime.DayOf(_deadline.ReceivedAt); day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private ExplainedDay Day(DateOnly day)
    {
        if (day < WorkingTime.DayOf(_deadline.StartsAt))
        {
            return BeforeStart(day);
        }

        if (!time.Calendar.IsWorkingDay(day))
        {
            return Closed(day);
        }

        return day > WorkingTime.DayOf(_deadline.OwedAt) ? InExtension(day) ?? Open(day) : Open(day);
    }

    private ExplainedDay BeforeStart(DateOnly day)
    {
        var isReceipt = day == WorkingTime.DayOf(_deadline.ReceivedAt);
        if (!time.Calendar.IsWorkingDay(day) && !isReceipt)
        {
            return Closed(day);
        }

        return (facts.Term.Unit, isReceipt) switch
        {
            (_, false) when facts.Pauses.FirstOrDefault(pause => IsWithin(day, pause)) is { } pause => Stood(day, DayVerdict.Paused, TimeSpan.Zero, pause),
            (_, false) => new ExplainedDay(day, DayVerdict.Restarted, TimeSpan.Zero),
            (TermUnit.WorkingDays, _) => new ExplainedDay(day, DayVerdict.Receipt, TimeSpan.Zero),
            _ => new ExplainedDay(day, DayVerdict.AfterHours, TimeSpan.Zero),
        };
    }

    private ExplainedDay Open(DateOnly day)
    {
        var (from, to) = (Later(time.Opening(day), _deadline.StartsAt), Earlier(time.Closing(day), _countedTo));
        var pauses = facts.Pauses.Where(pause => pause.From < time.Closing(day) && (pause.To ?? now) > time.Opening(day)).ToList();
        var counted = time.Between(from, to) - pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + time.Between(Later(pause.From, from), Earlier(pause.To ?? now, to)));
        if (pauses.Count > 0)
        {
            return Stood(day, counted > TimeSpan.Zero ? DayVerdict.PartlyPaused : DayVerdict.Paused, counted, pauses[0]);
        }

        return time.Calendar.EntryOf(day) is { } worked
            ? new ExplainedDay(day, DayVerdict.WorkedDay, counted, worked.Name, worked.Source)
            : new ExplainedDay(day, DayVerdict.Counted, counted);
    }

    // A term in calendar days counts closed days too; only its last day must be an open one.
    private ExplainedDay CalendarDay(DateOnly day)
    {
        if (day == WorkingTime.DayOf(_deadline.ReceivedAt))
        {
            return new ExplainedDay(day, DayVerdict.Receipt, TimeSpan.Zero);
        }

        if (facts.Pauses.FirstOrDefault(pause => StoodForWholeOf(day, pause)) is { } pause)
        {
            return Stood(day, DayVerdict.Paused, TimeSpan.Zero, pause);
        }

        if (day < WorkingTime.DayOf(_deadline.StartsAt))
        {
            return BeforeStart(day);
        }

        var number = day.DayNumber - WorkingTime.DayOf(_deadline.StartsAt).DayNumber + 1
            - facts.Pauses.Sum(pause => PausedDays(pause).Count(paused => paused < day));
        return number <= facts.Term.Value
            ? new ExplainedDay(day, DayVerdict.Counted, TimeSpan.FromDays(1))
            : InExtension(day) ?? new ExplainedDay(day, DayVerdict.Rolled, TimeSpan.Zero);
    }

    private bool StoodForWholeOf(DateOnly day, Pause pause) => PausedDays(pause).Contains(day);

    private IEnumerable<DateOnly> PausedDays(Pause pause)
    {
        var from = Later(pause.From, _deadline.StartsAt);
        var to = pause.To ?? now;
        return from >= _deadline.OwedAt || to <= from
            ? []
            : Enumerable.Range(0, WorkingTime.DayOf(to).DayNumber - WorkingTime.DayOf(from).DayNumber).Select(WorkingTime.DayOf(from).AddDays);
    }

    private ExplainedDay? InExtension(DateOnly day) => facts.Extension is { } extension && day > WorkingTime.DayOf(_deadline.OwedAt)
        ? new ExplainedDay(day, DayVerdict.Extended, TimeSpan.Zero, new Text(extension.Reason, extension.Reason))
        : null;

    private ExplainedDay Closed(DateOnly day) => time.Calendar.EntryOf(day) is { } entry
        ? new ExplainedDay(day, DayVerdict.DayOff, TimeSpan.Zero, entry.Name, entry.Source)
        : new ExplainedDay(day, DayVerdict.Weekend, TimeSpan.Zero);

    private static ExplainedDay Stood(DateOnly day, DayVerdict verdict, TimeSpan counted, Pause pause) =>
        new(day, verdict, counted, new Text(pause.Reason, pause.Reason), pause.LegalGround);

    private bool IsWithin(DateOnly day, Pause pause) => WorkingTime.DayOf(pause.From) <= day && day <= WorkingTime.DayOf(pause.To ?? now);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
