using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Linked;

/// <summary>Until when the data of a part is to be forwarded and confirmed, by the rule of the day and the working time of the receiving desk.</summary>
public sealed class ForwardingClock(CalendarBook calendar)
{
    /// <summary>Minutes run on: systems do not close.</summary>
    public static DateTimeOffset ForwardBy(DateTimeOffset since) => since.AddMinutes(ForwardingRules.On(WorkingTime.DayOf(since)).ForwardMinutes);

    /// <summary>Working hours; what comes after 15:00 counts from the next working day.</summary>
    public DateTimeOffset AcknowledgeBy(Dossier dossier, DateTimeOffset at)
    {
        var (time, minute) = (calendar.Current.Of(dossier.Places.Receipt), at.ToMinute());
        var day = WorkingTime.DayOf(minute);
        var late = TimeOnly.FromDateTime(minute.Here().DateTime) > Term.CutOff;
        var from = late ? time.Opening(time.Calendar.AddWorkingDays(day, 1)) : minute;
        return time.Add(from, TimeSpan.FromHours(ForwardingRules.On(day).AcknowledgeWorkingHours));
    }
}
