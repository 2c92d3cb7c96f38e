using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Replay;

/// <summary>
/// Tells the life of one loaded dossier as events, each decided by the heart as it would be at a desk: a day of its own in the period, received a quarter of an
/// hour after it was
/// filed, ended as the plan says. Invented people without phone or mail.
/// </summary>
public sealed class ReplayStory(ProcedureCatalogue procedures, OfficeDirectory offices, CalendarBook calendar)
{
    private const int RoomAtTheEnd = 45; // Working days: the longest term and what comes behind it.

    /// <param name="plan">For which time.</param>
    /// <param name="told">Whose life.</param>
    /// <param name="days">Working days of the period, in their order.</param>
    public (Submitted First, IReadOnlyList<DossierEvent> Then) Tell(
        ReplayPlan plan, ReplayDossier told, IReadOnlyList<DateOnly> days, Func<string, DateOnly, DossierCode> codeOf)
    {
        var (random, time) = (new Random(told.Number), calendar.Current.Of(told.Competent));
        var filedAt = WorkingTime.At(DayOf(plan, told, days, random, time), new TimeOnly(7, 30)).AddMinutes(random.Next(0, 200)).ToUniversalTime();
        var life = new ReplayLife(told, FilingOf(told, filedAt), codeOf(told.Receipt, WorkingTime.DayOf(filedAt)), filedAt);
        var procedure = procedures.Find(told.Procedure, WorkingTime.DayOf(filedAt))!;
        var difficult = offices.Find(told.Competent, WorkingTime.DayOf(filedAt)) is { IsDifficult: true };
        var deadline = DeadlineClock.Start(filedAt.AddMinutes(15), procedure.Term.Normal, time, difficult).Value;
        life.Accept(deadline, new ProcedurePin(procedure.Code, procedure.Version, deadline.CalendarVersion));
        End(life, told.Ending, deadline, time, random);
        return (life.First, life.Events);
    }

    private static DateOnly DayOf(ReplayPlan plan, ReplayDossier told, IReadOnlyList<DateOnly> days, Random random, WorkingTime time)
    {
        if (told.Carried)
        {
            return time.Calendar.WorkingDayBefore(plan.From.AddDays(-random.Next(0, 4)));
        }

        return told.Ending switch
        {
            ReplayEnding.Open => days[^(1 + random.Next(0, 2))],
            ReplayEnding.Supplement or ReplayEnding.Financial or ReplayEnding.Posting => days[^(3 + random.Next(0, 10))],
            _ => days[random.Next(0, Math.Max(1, days.Count - RoomAtTheEnd))],
        };
    }

    private static void End(ReplayLife life, ReplayEnding ending, Deadline deadline, WorkingTime time, Random random)
    {
        var owedDay = WorkingTime.DayOf(deadline.OwedAt);
        var soon = deadline.ReceivedAt.AddHours(1);
        switch (ending)
        {
            case ReplayEnding.Ahead:
                life.Finish(WorkingTime.At(time.Calendar.WorkingDayBefore(owedDay), new TimeOnly(14, 0)).AddMinutes(random.Next(0, 150)));
                break;
            case ReplayEnding.OnTime:
                life.Finish(deadline.OwedAt.AddMinutes(-random.Next(5, 180)));
                break;
            case ReplayEnding.Late:
                life.Finish(WorkingTime.At(time.Calendar.AddWorkingDays(owedDay, random.Next(1, 4)), new TimeOnly(9, 0)).AddMinutes(random.Next(0, 120)));
                break;
            case ReplayEnding.Open:
                break;
            default:
                life.StandStill(ending, soon);
                break;
        }
    }

    private Filing FilingOf(ReplayDossier told, DateTimeOffset at)
    {
        var number = told.Number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
        var procedure = procedures.Find(told.Procedure, WorkingTime.DayOf(at))
            ?? throw new InvalidOperationException($"{told.Procedure} was not in force on {at:yyyy-MM-dd}.");
        return new Filing(
            new ProcedurePin(procedure.Code, procedure.Version), told.Channel, new Applicant($"Người nộp {number}", $"000{number}"),
            new Places(null, told.Receipt, told.Competent),
            told.Channel is Channel.Online ? ReturnWay.Electronic : ReturnWay.Counter, [], "replay");
    }
}
