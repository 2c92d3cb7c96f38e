using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>Gia hạn: how far, and how often, the head may move the end of a dossier's time. Pure, as <see cref="DeadlineClock"/> is.</summary>
public static class DeadlineExtension
{
    /// <summary>
    /// The deadline with its one extension (gia hạn): the end moves to closing time of the new day. What was promised does not move; what is owed moves
    /// only as far as the procedure itself provides.
    /// </summary>
    /// <param name="room">How far the end may go.</param>
    /// <param name="extendedBefore">Whether this dossier had its one extension already.</param>
    public static Result<Deadline> Extend(Deadline deadline, DateOnly newDay, ExtensionRoom room, bool extendedBefore, DateTimeOffset now, WorkingTime time)
    {
        if (Unextendable(deadline, extendedBefore, now) is { } refusal)
        {
            return refusal;
        }

        var (calendar, dueOn) = (time.Calendar, WorkingTime.DayOf(deadline.DueAt));
        if (newDay < dueOn)
        {
            return DeadlineRefusals.ExtensionDayUnfit.At("newDay");
        }

        var last = calendar.AddWorkingDays(dueOn, Math.Max(room.Lawful, room.Most));
        if (newDay > last)
        {
            return DeadlineRefusals.ExtensionTooLong.At("newDay", Math.Max(room.Lawful, room.Most), last);
        }

        var dueAt = calendar.IsWorkingDay(newDay) ? time.Closing(newDay) : DateTimeOffset.MinValue;
        return dueAt > deadline.DueAt
            ? deadline with { DueAt = dueAt, OwedAt = IsLawful(deadline, newDay, room, calendar) ? dueAt : deadline.OwedAt }
            : DeadlineRefusals.ExtensionDayUnfit.At("newDay");
    }

    private static bool IsLawful(Deadline deadline, DateOnly newDay, ExtensionRoom room, OfficeCalendar calendar) =>
        room.Lawful > 0 && deadline.OwedAt == deadline.DueAt && newDay <= calendar.AddWorkingDays(WorkingTime.DayOf(deadline.OwedAt), room.Lawful);

    /// <summary>Why no day at all would extend it; null when one may.</summary>
    public static Refusal? Unextendable(Deadline deadline, bool extendedBefore, DateTimeOffset now) =>
        extendedBefore ? DeadlineRefusals.AlreadyExtended.With() : now > deadline.DueAt ? DeadlineRefusals.ExtensionTooLate.With() : null;
}
