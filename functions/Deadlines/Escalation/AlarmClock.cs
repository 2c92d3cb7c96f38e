using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>When a dossier next needs looking at, and what for.</summary>
/// <param name="What">The rung's code, or <see cref="AlarmClock.PostingEnds"/>.</param>
public sealed record Alarm(DateTimeOffset At, string What);

/// <summary>Which alarm of a dossier is next and what follows when one is due. Looks at the dossier only; the caller says what time it is.</summary>
public sealed class AlarmClock(LadderBook ladders, DossierTerms terms)
{
    public const string PostingEnds = "posting-ends";

    /// <summary>Null when the dossier is finished, waits for the citizen, or has reached its last rung.</summary>
    public Alarm? NextOf(Dossier dossier)
    {
        if (dossier.IsCase())
        {
            return null; // Each part has a clock of its own.
        }

        if (dossier.Phase is Phase.Registered)
        {
            return Unfired(dossier, new Alarm(terms.DecideBy(dossier), EscalationLadder.Intake.Code));
        }

        if (dossier.Deadline is null || !(dossier.Phase is Phase.Posting || dossier.Phase.IsRunning()))
        {
            return null;
        }

        return dossier.OpenPause is { } pause
            ? pause.Until is { } until ? new Alarm(until, PostingEnds) : null
            : AlarmsOf(dossier, dossier.Deadline).Select(alarm => Unfired(dossier, alarm)).OfType<Alarm>().MinBy(alarm => alarm.At);
    }

    /// <summary>The event that is due; null when nothing is. Asked again after each one recorded, until null.</summary>
    public DossierEvent? DueOf(Dossier dossier, DateTimeOffset now)
    {
        if (NextOf(dossier) is not { } alarm || now <= alarm.At)
        {
            return null;
        }

        var stamp = Stamp.System(now);
        if (alarm.What == PostingEnds)
        {
            // The clock ran again from the moment the cause ended, however late the timer came.
            return new PostingEnded(terms.Resume(dossier, alarm.At), Stamp.System(alarm.At));
        }

        var rung = ladders.RungOf(dossier, alarm.What);
        return dossier.Escalate(rung.Code, rung.DraftsApology, stamp).Value;
    }

    private IEnumerable<Alarm> AlarmsOf(Dossier dossier, Deadline deadline)
    {
        var time = terms.TimeOf(dossier);
        var since = dossier.Extension is { } extension && extension.At > deadline.StartsAt ? extension.At : deadline.StartsAt;
        return ladders.RungsFor(dossier)
            .Select(rung => new Alarm(MomentOf(rung, dossier, deadline, time), rung.Code))
            .Where(alarm => alarm.At > since); // A rung that lies before the clock began, or before the extension, means nothing.
    }

    private static DateTimeOffset MomentOf(Rung rung, Dossier dossier, Deadline deadline, WorkingTime time) => rung.When switch
    {
        RungTrigger.Used => time.Subtract(deadline.DueAt, Length(dossier, deadline, time) * (100 - rung.Amount) / 100),
        RungTrigger.Before => time.Opening(DayBefore(WorkingTime.DayOf(deadline.DueAt), rung.Amount, time.Calendar)),
        RungTrigger.After => time.Add(deadline.DueAt, WorkingTime.Day * rung.Amount),
        _ => throw new ArgumentOutOfRangeException(nameof(rung), rung.When, null),
    };

    private static DateOnly DayBefore(DateOnly day, int workingDays, OfficeCalendar calendar) =>
        Enumerable.Range(0, workingDays).Aggregate(day, (before, _) => calendar.WorkingDayBefore(before));

    private static TimeSpan Length(Dossier dossier, Deadline deadline, WorkingTime time) => dossier.Pauses.Select(pause => pause.ToMinutes())
        .Where(pause => pause.To > deadline.StartsAt)
        .Aggregate(time.Between(deadline.StartsAt, deadline.DueAt), (length, pause) =>
            length - time.Between(
                pause.From > deadline.StartsAt ? pause.From : deadline.StartsAt, pause.To!.Value < deadline.DueAt ? pause.To.Value : deadline.DueAt));

    private static Alarm? Unfired(Dossier dossier, Alarm alarm) => dossier.Rungs.Contains(alarm.What) ? null : alarm;
}
