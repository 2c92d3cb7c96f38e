using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>Tells the life of one dossier of the quarter up to the present, within the hours of its office and mostly within its term.</summary>
public sealed class QuarterStory(ProcedureCatalogue procedures, OfficeDirectory offices, CalendarBook calendar, DossierTerms terms)
{
    private const string Ground = "Nghị định số 118/2025/NĐ-CP";

    public QuarterLife Tell(QuarterDossier told, DossierCode code, DateTimeOffset now)
    {
        var (random, time) = (new Random(told.Number + 1_000_000), calendar.Current.Of(told.Office));
        var procedure = procedures.Find(told.Procedure, WorkingTime.DayOf(told.FiledAt))!;
        var life = new QuarterLife(told, FilingOf(told, procedure), code, now);
        var acceptedAt = time.OpenFrom(told.FiledAt.AddMinutes(told.Channel is Channel.Online ? random.Next(10, 150) : 6));
        if (told.Fate is QuarterFate.Refused)
        {
            life.Do(acceptedAt, Role.Clerk, (one, stamp) => one.Refuse("Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.", Ground, stamp));
            return life;
        }

        Accept(life, told, procedure, acceptedAt, time);
        Begin(life, told, random, time);
        if (told.Fate is QuarterFate.Done or QuarterFate.Supplement)
        {
            Finish(life, told, random, time);
        }

        return life;
    }

    private void Accept(QuarterLife life, QuarterDossier told, ProcedureVersion procedure, DateTimeOffset at, WorkingTime time)
    {
        var difficult = offices.Find(told.Office, WorkingTime.DayOf(at)) is { IsDifficult: true };
        var deadline = DeadlineClock.Start(at, procedure.Term.Normal, time, difficult).Value;
        life.Do(at, Role.Clerk, (one, stamp) =>
            one.Accept(deadline, new ProcedurePin(procedure.Code, procedure.Version, deadline.CalendarVersion), [], stamp));
        if (life.Dossier.Fees.State is PaymentState.Due)
        {
            PaymentWay? way = told.Channel is Channel.Online ? PaymentWay.Online : null;
            var number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"MAU/{told.Number + 1:D5}");
            life.Do(at.AddMinutes(3), way is null ? Role.Cashier : Role.System, (one, stamp) =>
                one.RecordFee(one.Fees.Left ?? 0, number, stamp, way, way is null ? null : number));
        }
    }

    private void Begin(QuarterLife life, QuarterDossier told, Random random, WorkingTime time)
    {
        var at = time.OpenFrom(life.Last.AddMinutes(random.Next(5, 90)));
        if (random.Next(3) is 0)
        {
            life.Do(at, Role.Leader, (one, stamp) => one.Assign(told.Place.IdOf(Role.Officer), stamp));
        }
        else
        {
            life.Do(at, Role.Officer, (one, stamp) => one.Take(stamp));
        }

        GoOn(life, told, time.OpenFrom(life.Last.AddMinutes(random.Next(30, 200))), random, time);
    }

    private void GoOn(QuarterLife life, QuarterDossier told, DateTimeOffset next, Random random, WorkingTime time)
    {
        switch (told.Fate)
        {
            case QuarterFate.Withdrawn:
                life.Do(next, Role.Citizen, (one, stamp) => one.Withdraw("Công dân không còn nhu cầu.", stamp));
                break;
            case QuarterFate.Stopped:
                life.Do(next, Role.Leader, (one, stamp) => one.Stop("Người yêu cầu đã được giải quyết tại hồ sơ khác.", Ground, stamp));
                break;
            case QuarterFate.Posting:
                life.Do(next, Role.Officer, (one, stamp) => one.BeginPosting(PostingOf(one, stamp.At), stamp));
                break;
            case QuarterFate.Duty:
                life.Do(next, Role.Officer, (one, stamp) => one.Suspend(
                    "Nộp lệ phí trước bạ và tiền sử dụng đất theo thông báo của cơ quan thuế.", "Nghị định số 101/2024/NĐ-CP", null, stamp));
                break;
            case QuarterFate.Supplement:
                Supplement(life, next, random, time);
                break;
        }
    }

    private void Supplement(QuarterLife life, DateTimeOffset at, Random random, WorkingTime time)
    {
        var request = new SupplementRequest(
            [new SupplementItem("Bản chụp giấy tờ rõ nét, đủ trang", "Bản chụp đã nộp bị mờ, thiếu trang.", Ground: Ground)],
            "Bộ phận Một cửa, trong giờ làm việc");
        life.Do(at, Role.Officer, (one, stamp) => one.RequestSupplement(request, PausePolicy.Pause, stamp));
        var given = WorkingTime.At(time.Calendar.AddWorkingDays(WorkingTime.DayOf(at), random.Next(1, 7)), new TimeOnly(8, 0)).AddMinutes(random.Next(200));
        life.Do(given, Role.Citizen, (one, stamp) => one.Supply([], "Đã nộp lại bản rõ.", terms.Resume(one, stamp.At), Agreed.ToNothing, stamp));
    }

    private static void Finish(QuarterLife life, QuarterDossier told, Random random, WorkingTime time)
    {
        if (life.Dossier.Deadline is not { } deadline || life.IsOver)
        {
            return;
        }

        var at = EndOf(told, deadline, random, time);
        life.Do(time.OpenFrom(at.AddMinutes(-random.Next(120, 1_500))), Role.Officer, (one, stamp) =>
            one.Propose(random.Next(40) is 0 ? Decision.Deny : Decision.Grant, "Hồ sơ đủ điều kiện.", "Nội dung kết quả (dữ liệu mẫu).", stamp));
        QuarterEnd.Tell(life, told, at, random, time);
    }

    // Late ones one to seven days behind their term, the others up to four fifths of it before.
    private static DateTimeOffset EndOf(QuarterDossier told, Deadline deadline, Random random, WorkingTime time)
    {
        var owedDay = WorkingTime.DayOf(deadline.OwedAt);
        if (random.Next(100) < told.Place.Late)
        {
            return WorkingTime.At(time.Calendar.AddWorkingDays(owedDay, random.Next(1, 8)), new TimeOnly(9, 0)).AddMinutes(random.Next(120));
        }

        var room = time.Between(deadline.ReceivedAt, deadline.OwedAt);
        return random.Next(100) < 35 ? deadline.OwedAt.AddMinutes(-random.Next(5, 60)) : time.Subtract(deadline.OwedAt, room * random.Next(10, 80) / 100);
    }

    private Pause PostingOf(Dossier dossier, DateTimeOffset at) => new(
        PauseKind.PublicPosting, PausePolicy.Pause, at.ToMinute(), null, "Niêm yết công khai kết quả kiểm tra hồ sơ tại trụ sở và khu dân cư.",
        "Nghị định số 151/2025/NĐ-CP", WorkingTime.At(WorkingTime.DayOf(at).AddDays(terms.PostingDaysOf(dossier) + 1), TimeOnly.MinValue));

    private static Filing FilingOf(QuarterDossier told, ProcedureVersion procedure)
    {
        var digits = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{told.Number:D5}");
        var fees = FilingFees.ItemsOf(new FeeFactsForm(), procedure, told.Channel, WorkingTime.DayOf(told.FiledAt));
        var filer = told.Channel is Channel.Online ? $"mau-{digits}" : told.Place.IdOf(Role.Clerk);
        return new Filing(
            new ProcedurePin(procedure.Code, procedure.Version), told.Channel,
            new Applicant(told.Name, $"0110{50 + (told.Number % 45)}5{digits}", Address: "Địa chỉ giả định, tỉnh Điện Biên"),
            new Places(null, told.Office, told.Office), told.Channel is Channel.Online ? ReturnWay.Electronic : ReturnWay.Counter, [], filer,
            Summary: "Dữ liệu mẫu: người và việc đều là giả định", Fees: FeeAccount.Empty.Assessed(fees) with { AfterReturn = procedure.ReturnsUnpaid });
    }
}
