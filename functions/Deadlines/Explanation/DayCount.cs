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
    private readonly Pause[] _stops = [.. facts.Stops];
    private readonly DateTimeOffset _termEnds = TermEnds(facts, time);

    private Pause? Open => Array.Find(_stops, pause => pause.To is null && pause.From < _deadline.OwedAt);

    private DateTimeOffset CountedTo => Open is { } open ? Earlier(open.From, _termEnds) : _termEnds;

    public IReadOnlyList<ExplainedDay> Days() => [.. Span().Select(day => facts.Term.Unit is TermUnit.CalendarDays ? CalendarDay(day) : Day(day))];

    private IEnumerable<DateOnly> Span()
    {
        var last = WorkingTime.DayOf(Open is { } open ? Later(now, open.From) : Later(_deadline.DueAt, _deadline.OwedAt));
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

        return day > WorkingTime.DayOf(_termEnds) ? Behind(day) ?? OpenDay(day) : OpenDay(day);
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
            (_, false) when Array.Find(_stops, pause => IsWithin(day, pause)) is { } pause => Stood(day, DayVerdict.Paused, TimeSpan.Zero, [pause]),
            (_, false) => new ExplainedDay(day, DayVerdict.Restarted, TimeSpan.Zero),
            (TermUnit.WorkingDays, _) => new ExplainedDay(day, DayVerdict.Receipt, TimeSpan.Zero),
            _ => new ExplainedDay(day, DayVerdict.AfterHours, TimeSpan.Zero),
        };
    }

    private ExplainedDay OpenDay(DateOnly day)
    {
        var (from, to) = (Later(time.Opening(day), _deadline.StartsAt), Earlier(time.Closing(day), CountedTo));
        var pauses = Array.FindAll(
            _stops, pause => time.Between(Later(pause.From, time.Opening(day)), Earlier(pause.To ?? now, time.Closing(day))) > TimeSpan.Zero);
        var counted = time.Between(from, to) - pauses.Aggregate(
            TimeSpan.Zero, (sum, pause) => sum + time.Between(Later(pause.From, from), Earlier(pause.To ?? now, to)));
        if (pauses.Length > 0)
        {
            return Stood(day, counted > TimeSpan.Zero ? DayVerdict.PartlyPaused : DayVerdict.Paused, counted, pauses);
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

        if (Array.FindAll(_stops, pause => PausedDays(pause).Contains(day)) is { Length: > 0 } pauses)
        {
            return Stood(day, DayVerdict.Paused, TimeSpan.Zero, pauses);
        }

        if (day < WorkingTime.DayOf(_deadline.StartsAt))
        {
            return BeforeStart(day);
        }

        var number = day.DayNumber - WorkingTime.DayOf(_deadline.StartsAt).DayNumber + 1
            - _stops.Sum(pause => PausedDays(pause).Count(paused => paused < day));
        return number <= facts.Term.Value
            ? new ExplainedDay(day, DayVerdict.Counted, TimeSpan.FromDays(1))
            : Behind(day) ?? new ExplainedDay(day, DayVerdict.Rolled, TimeSpan.Zero);
    }

    private IEnumerable<DateOnly> PausedDays(Pause pause)
    {
        var from = Later(pause.From, _deadline.StartsAt);
        var to = pause.To ?? now;
        return from >= _deadline.OwedAt || to <= from
            ? []
            : Enumerable.Range(0, WorkingTime.DayOf(to).DayNumber - WorkingTime.DayOf(from).DayNumber).Select(WorkingTime.DayOf(from).AddDays);
    }

    // Days behind the term: granted by the extension, or won by a posting the procedure does not provide.
    private ExplainedDay? Behind(DateOnly day)
    {
        var reason = facts.Extension?.Reason ?? facts.Pauses.LastOrDefault(pause => pause.Beyond)?.Reason;
        return reason is not null && day > WorkingTime.DayOf(_termEnds)
            ? new ExplainedDay(day, DayVerdict.Extended, TimeSpan.Zero, Text.Same(reason)) : null;
    }

    // A lawful extension moves what is owed; the term itself ends before it, moved like it by later pauses.
    private static DateTimeOffset TermEnds(DeadlineFacts facts, WorkingTime time) => facts.Extension is { Lawful: true, From: { } from } extension
        ? time.Subtract(facts.Deadline.OwedAt, time.Between(from, extension.NewDueAt))
        : facts.Deadline.OwedAt;

    private ExplainedDay Closed(DateOnly day) => time.Calendar.EntryOf(day) is { } entry
        ? new ExplainedDay(day, DayVerdict.DayOff, TimeSpan.Zero, entry.Name, entry.Source)
        : new ExplainedDay(day, DayVerdict.Weekend, TimeSpan.Zero);

    // A day with two causes names both.
    private static ExplainedDay Stood(DateOnly day, DayVerdict verdict, TimeSpan counted, IReadOnlyList<Pause> pauses)
    {
        var reason = string.Join("; ", pauses.Select(pause => pause.Reason).Distinct());
        return new(day, verdict, counted, Text.Same(reason),
            string.Join("; ", pauses.Select(pause => pause.LegalGround).Where(ground => ground.Length > 0).Distinct()));
    }

    private bool IsWithin(DateOnly day, Pause pause) => WorkingTime.DayOf(pause.From) <= day && day <= WorkingTime.DayOf(pause.To ?? now);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
