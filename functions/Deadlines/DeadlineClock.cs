using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines;

/// <summary>Starts, stops and moves the clock of a dossier. Pure: everything it looks at is handed in.</summary>
public static class DeadlineClock
{
    /// <summary>The deadline of a dossier validly received now.</summary>
    /// <param name="difficultCommune">Whether the land lies in a mountainous or difficult commune.</param>
    /// <param name="agreedAt">For a term by agreement: the moment agreed in writing.</param>
    public static Result<Deadline> Start(
        DateTimeOffset receivedAt, Term term, WorkingTime time, bool difficultCommune = false, DateTimeOffset? agreedAt = null)
    {
        if (term.Unit is TermUnit.ByAgreement && !(agreedAt > receivedAt))
        {
            return DeadlineRefusals.AgreedTimeMissing;
        }

        var received = receivedAt.ToMinute();
        var (startsAt, dueAt) = Run(received, term with { Value = term.ValueIn(difficultCommune) }, time, agreedAt);
        var version = time.Calendar.VersionFor(WorkingTime.DayOf(received), WorkingTime.DayOf(dueAt));
        return new Deadline(received.Here(), startsAt, PromisedAt: dueAt, OwedAt: dueAt, DueAt: dueAt, version);
    }

    /// <summary>
    /// The deadline once a pause is over. Time used before it stays used, to the minute; a clock already past its end does not come back.
    /// A pause beyond what the procedure provides moves the end and not what is owed.
    /// </summary>
    /// <param name="pause">With both ends.</param>
    public static Deadline Resume(Deadline deadline, Pause pause, Term term, WorkingTime time, bool difficultCommune = false)
    {
        var whole = pause.ToMinutes();

        // An agreed moment has no length that could begin anew.
        return pause.Policy is PausePolicy.Restart && term.Unit is not TermUnit.ByAgreement
            ? Restart(deadline, whole, term with { Value = term.ValueIn(difficultCommune) }, time)
            : deadline with
            {
                OwedAt = pause.Beyond ? deadline.OwedAt : Shift(deadline.OwedAt, deadline.StartsAt, whole, term, time),
                DueAt = Shift(deadline.DueAt, deadline.StartsAt, whole, term, time),
            };
    }

    /// <summary>
    /// The deadline once something must be verified: the longer term counted from the same receipt, the pauses so far left out as before. What was
    /// promised does not move, and nothing becomes shorter.
    /// </summary>
    /// <param name="pauses">Each with both ends.</param>
    public static Result<Deadline> Lengthen(Deadline deadline, IReadOnlyList<Pause> pauses, Term longer, WorkingTime time, bool difficultCommune = false)
    {
        return Start(deadline.ReceivedAt, longer, time, difficultCommune).Then<Deadline>(fresh =>
        {
            var anew = pauses.Aggregate(fresh, (before, pause) => Resume(before, pause, longer, time, difficultCommune));
            return anew.DueAt <= deadline.DueAt ? deadline : anew with { PromisedAt = deadline.PromisedAt };
        });
    }

    /// <summary>The working time left until the end, at a moment when the clock runs.</summary>
    public static TimeSpan Remaining(DateTimeOffset now, DateTimeOffset startsAt, DateTimeOffset dueAt, WorkingTime time) =>
        time.Between(now > startsAt ? now : startsAt, dueAt);

    private static (DateTimeOffset StartsAt, DateTimeOffset DueAt) Run(DateTimeOffset receivedAt, Term term, WorkingTime time, DateTimeOffset? agreedAt)
    {
        var received = WorkingTime.DayOf(receivedAt);
        var calendar = time.Calendar;
        return term.Unit switch
        {
            TermUnit.WorkingHours => (time.OpenFrom(receivedAt), time.Add(receivedAt, TimeSpan.FromHours(term.Value))),
            TermUnit.HalfWorkingDays => (time.OpenFrom(receivedAt), time.Add(receivedAt, WorkingTime.Day / 2 * term.Value)),
            TermUnit.WorkingDays => (time.Opening(calendar.AddWorkingDays(received, 1)), time.Closing(calendar.AddWorkingDays(received, term.Value))),
            TermUnit.CalendarDays => (WorkingTime.At(received.AddDays(1), TimeOnly.MinValue), ClosingFrom(received.AddDays(term.Value), time)),
            TermUnit.SameDay => SameDay(receivedAt, time),
            TermUnit.ByAgreement => (time.OpenFrom(receivedAt), agreedAt!.Value.ToMinute().Here()),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term.Unit, null),
        };
    }

    private static (DateTimeOffset StartsAt, DateTimeOffset DueAt) SameDay(DateTimeOffset receivedAt, WorkingTime time)
    {
        var received = WorkingTime.DayOf(receivedAt);
        var inTime = time.Calendar.IsWorkingDay(received) && TimeOnly.FromDateTime(receivedAt.Here().DateTime) <= Term.CutOff;
        var day = inTime ? received : time.Calendar.AddWorkingDays(received, 1);
        return (inTime ? time.OpenFrom(receivedAt) : time.Opening(day), time.Closing(day));
    }

    private static Deadline Restart(Deadline deadline, Pause pause, Term term, WorkingTime time)
    {
        if (pause.From >= deadline.DueAt)
        {
            return deadline; // It was late before it paused; a new term would hide that.
        }

        var (startsAt, dueAt) = Run(pause.To!.Value, term, time, agreedAt: null);
        return deadline with { StartsAt = startsAt, OwedAt = dueAt, DueAt = dueAt };
    }

    private static DateTimeOffset Shift(DateTimeOffset end, DateTimeOffset startsAt, Pause pause, Term term, WorkingTime time)
    {
        var (from, to) = (pause.From > startsAt ? pause.From : startsAt, pause.To!.Value);
        if (from >= end || to <= from)
        {
            return end;
        }

        // A term in calendar days ends with a day, so it moves by whole days: one for each midnight passed while the clock stood.
        return term.Unit is TermUnit.CalendarDays
            ? ClosingFrom(WorkingTime.DayOf(end).AddDays(WorkingTime.DayOf(to).DayNumber - WorkingTime.DayOf(from).DayNumber), time)
            : time.End(time.Add(end, time.Between(from, to)));
    }

    private static DateTimeOffset ClosingFrom(DateOnly day, WorkingTime time) => time.Closing(time.Calendar.WorkingDayFrom(day));
}
