using PublicAdmin.Deadlines.Calendar;
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

        try
        {
            var (startsAt, dueAt) = Run(receivedAt, term with { Value = term.ValueIn(difficultCommune) }, time, agreedAt);
            var version = time.Calendar.VersionFor(WorkingTime.DayOf(receivedAt), WorkingTime.DayOf(dueAt));
            return new Deadline(receivedAt.Here(), startsAt, PromisedAt: dueAt, OwedAt: dueAt, DueAt: dueAt, version);
        }
        catch (UnplannedYearException e)
        {
            return DeadlineRefusals.CalendarYearUnplanned.With(e.Year);
        }
    }

    /// <summary>The deadline once a pause is over. Time used before it stays used, to the minute; a clock already past its end does not come back.</summary>
    /// <param name="pause">With both ends.</param>
    public static Result<Deadline> Resume(Deadline deadline, Pause pause, Term term, WorkingTime time, bool difficultCommune = false)
    {
        try
        {
            // An agreed moment has no length that could begin anew.
            return pause.Policy is PausePolicy.Restart && term.Unit is not TermUnit.ByAgreement
                ? Restart(deadline, pause, term with { Value = term.ValueIn(difficultCommune) }, time)
                : deadline with
                {
                    OwedAt = Shift(deadline.OwedAt, deadline.StartsAt, pause, term, time),
                    DueAt = Shift(deadline.DueAt, deadline.StartsAt, pause, term, time),
                };
        }
        catch (UnplannedYearException e)
        {
            return DeadlineRefusals.CalendarYearUnplanned.With(e.Year);
        }
    }

    /// <summary>
    /// The deadline once something must be verified: the longer term counted from the same receipt, the pauses so far left out as before. What was
    /// promised does not move, and nothing becomes shorter.
    /// </summary>
    /// <param name="pauses">Each with both ends.</param>
    public static Result<Deadline> Lengthen(Deadline deadline, IReadOnlyList<Pause> pauses, Term longer, WorkingTime time, bool difficultCommune = false)
    {
        var counted = pauses.Aggregate(
            Start(deadline.ReceivedAt, longer, time, difficultCommune), (so, pause) => so.Then(before => Resume(before, pause, longer, time, difficultCommune)));
        return counted.Then<Deadline>(anew => anew.DueAt <= deadline.DueAt ? deadline : anew with { PromisedAt = deadline.PromisedAt });
    }

    /// <summary>The deadline with its one extension (gia hạn): the end moves to closing time of the new day, what was promised and owed does not.</summary>
    /// <param name="extendedBefore">Whether this dossier had its one extension already.</param>
    public static Result<Deadline> Extend(Deadline deadline, DateOnly newDay, bool extendedBefore, DateTimeOffset now, WorkingTime time)
    {
        if (Unextendable(deadline, extendedBefore, now) is { } refusal)
        {
            return refusal;
        }

        if (newDay < WorkingTime.DayOf(deadline.DueAt))
        {
            return DeadlineRefusals.ExtensionDayUnfit.At("newDay"); // Said without a calendar: of a year long past there may be none.
        }

        try
        {
            var dueAt = time.Calendar.IsWorkingDay(newDay) ? time.Closing(newDay) : DateTimeOffset.MinValue;
            return dueAt > deadline.DueAt ? deadline with { DueAt = dueAt } : DeadlineRefusals.ExtensionDayUnfit.At("newDay");
        }
        catch (UnplannedYearException e)
        {
            return DeadlineRefusals.CalendarYearUnplanned.With(e.Year);
        }
    }

    /// <summary>Why no day at all would extend it; null when one may.</summary>
    public static Refusal? Unextendable(Deadline deadline, bool extendedBefore, DateTimeOffset now) =>
        extendedBefore ? DeadlineRefusals.AlreadyExtended.With() : now > deadline.DueAt ? DeadlineRefusals.ExtensionTooLate.With() : null;

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
            TermUnit.ByAgreement => (time.OpenFrom(receivedAt), agreedAt!.Value.Here()),
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
            : time.Add(end, time.Between(from, to));
    }

    private static DateTimeOffset ClosingFrom(DateOnly day, WorkingTime time) => time.Closing(time.Calendar.WorkingDayFrom(day));
}
