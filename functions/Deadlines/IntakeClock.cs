using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>
/// The clocks that run before a dossier is received: the office must accept, refuse or ask for a supplement in time
/// (Resolution 66.7/2025/NQ-CP: 8 working hours online, 1 working day at the counter or by post). Filing outside office hours counts from the next opening.
/// </summary>
public static class IntakeClock
{
    public static DateTimeOffset DecisionDue(DateTimeOffset submittedAt, bool online, WorkingTime time) => online
        ? time.Add(time.OpenFrom(submittedAt.ToMinute()), WorkingTime.Day)
        : time.Closing(time.Calendar.AddWorkingDays(WorkingTime.DayOf(submittedAt), 1));
}
