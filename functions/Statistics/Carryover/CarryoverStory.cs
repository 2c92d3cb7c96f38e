using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>
/// Turns a line into the events of a dossier, each decided by the heart. The date promised is the one of the old system and is never counted anew; what the
/// ladder would have said before
/// the import is written down and told to nobody.
/// </summary>
public sealed class CarryoverStory(ProcedureCatalogue procedures, CalendarBook calendar, AlarmClock alarms)
{
    private const string Who = "carry-over";
    private const string Ground = "Chuyển từ hệ thống cũ";
    private const int LongestSummary = 1_000;

    private static readonly SupplementRequest Asked = new([new SupplementItem("Hồ sơ", Ground)], Ground);

    /// <param name="line">Without an error.</param>
    /// <param name="code">Its code here.</param>
    /// <param name="now">When it is carried over.</param>
    public IReadOnlyList<DossierEvent> Tell(CarryoverLine line, DossierCode code, DateTimeOffset now)
    {
        var received = line.At("ngay_tiep_nhan")!.Value.ToUniversalTime();
        var filed = line.At("ngay_nop")?.ToUniversalTime() ?? received;
        var procedure = procedures.Find(line["ma_tthc"]!, WorkingTime.DayOf(now))!;
        var pin = new ProcedurePin(procedure.Code, procedure.Version);
        var first = new Submitted(code, FilingOf(line, pin), By("Clerk", line, filed));
        var life = new Life(first);
        var owed = line.At("ngay_hen_tra")!.Value.ToUniversalTime();
        var version = calendar.Current.Of(line["ma_don_vi"]!).Calendar.VersionFor(WorkingTime.DayOf(received), WorkingTime.DayOf(owed));
        life.Add(dossier =>
            dossier.Accept(new Deadline(received, received, owed, owed, owed, version), pin with { Calendar = version }, [], By("Clerk", line, received)));
        Earlier(life, line, received, owed);
        End(life, line, received);
        for (var e = alarms.DueOf(life.Dossier, now); e is not null; e = alarms.DueOf(life.Dossier, now))
        {
            var due = e;
            life.Add(_ => due);
        }

        return life.Events;
    }

    // When is not in the file: as if at receipt, so that nothing is paused by it and the date promised stays.
    private static void Earlier(Life life, CarryoverLine line, DateTimeOffset received, DateTimeOffset owed)
    {
        if (line["da_xin_loi"] is "1")
        {
            life.Add(dossier => dossier.Apologise($"{Ground}: đã gửi thư xin lỗi", WorkingTime.DayOf(owed), By("Leader", line, received)));
        }

        for (var round = line["trang_thai"] is "5" ? 1 : 0; round < line.Rounds; round++)
        {
            life.Add(dossier => dossier.RequestSupplement(Asked, PausePolicy.Pause, By("Officer", line, received)));
            life.Add(dossier => dossier.Supply([], null, dossier.Deadline, Agreed.ToNothing, By("Clerk", line, received)));
        }
    }

    private static void End(Life life, CarryoverLine line, DateTimeOffset received)
    {
        var (asked, ended) = (line.At("ngay_yeu_cau_bo_sung")?.ToUniversalTime() ?? received, line.At("ngay_ket_thuc")?.ToUniversalTime() ?? received);
        switch (line["trang_thai"])
        {
            case "5":
                life.Add(dossier =>
                    dossier.RequestSupplement(Asked, PausePolicy.Pause, By("Officer", line, asked)));
                break;
            case "6":
                life.Add(dossier => dossier.Suspend(Ground, Ground, null, By("Officer", line, asked)));
                break;
            case "7":
                life.Add(dossier => dossier.Withdraw(Ground, By("Clerk", line, ended)));
                break;
            case "8":
                life.Add(dossier => dossier.Stop(Ground, Ground, By("Leader", line, ended)));
                break;
            case "9" or "10":
                Finish(life, line, ended);
                break;
        }
    }

    private static void Finish(Life life, CarryoverLine line, DateTimeOffset ended)
    {
        life.Add(dossier => dossier.Take(By("Officer", line, ended)));
        life.Add(dossier => dossier.Propose(Decision.Grant, Ground, Ground, By("Officer", line, ended)));
        life.Add(dossier => dossier.Approve(dossier.Proposal!.Hash, By("Leader", line, ended) with { By = $"{Who}-leader" }));
        life.Add(dossier => dossier.Issue(line.OldCode, WorkingTime.DayOf(ended), By("Registrar", line, ended)));
        life.Add(dossier => dossier.Return(dossier.ReturnWay, null, By("Clerk", line, ended)));
    }

    private static Filing FilingOf(CarryoverLine line, ProcedurePin pin)
    {
        var channel = line["kenh"] switch { "2" => Channel.Online, "3" => Channel.Post, _ => Channel.Counter };
        var kind = line["loai_doi_tuong"] is "2" ? ApplicantKind.Organisation : ApplicantKind.Person;
        var office = line["ma_don_vi"]!;
        return new Filing(
            pin, channel, new Applicant(line["ten_chu_ho_so"]!, line["so_dinh_danh"] ?? "", Kind: kind), new Places(null, office, office),
            channel switch { Channel.Online => ReturnWay.Electronic, Channel.Post => ReturnWay.Post, _ => ReturnWay.Counter }, [], Who,
            Summary: SummaryOf(line));
    }

    private static string SummaryOf(CarryoverLine line)
    {
        var all = $"{Ground}: {line.OldCode}{(line.Remembered is { Length: > 0 } more ? $" ({more})" : "")}";
        return all.Length <= LongestSummary ? all : all[..LongestSummary];
    }

    private static Stamp By(string role, CarryoverLine line, DateTimeOffset at) => new(at, Who, role, line["ma_don_vi"]);

    private sealed class Life(Submitted first)
    {
        private readonly List<DossierEvent> _events = [first];

        public Dossier Dossier { get; private set; } = DossierHistory.From(first);

        public IReadOnlyList<DossierEvent> Events => _events;

        public void Add(Func<Dossier, Result<DossierEvent>> decide)
        {
            var e = decide(Dossier).Try(out var allowed, out var refusal) ? allowed : throw new InvalidDataException($"{Dossier.Code}: {refusal.Code}.");
            Dossier = Dossier.Apply(e);
            _events.Add(e);
        }
    }
}
