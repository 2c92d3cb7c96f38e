using System.Globalization;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>How a proposed dossier of the quarter ends: result and return within minutes; or an apology while it is late; a few results are revoked.</summary>
internal static class QuarterEnd
{
    private const int OneRevokedIn = 160;

    public static void Tell(QuarterLife life, QuarterDossier told, DateTimeOffset at, Random random, WorkingTime time)
    {
        if (life.Dossier.Phase is not Phase.Proposed || !life.Reaches(at.AddMinutes(5)))
        {
            Apologise(life, random, time);
            return;
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"{told.Number + 1}/KQ-MAU");
        life.Do(at, Role.Leader, (one, stamp) => one.Approve(one.Proposal!.Hash, stamp));
        life.Do(at.AddMinutes(1), Role.Registrar, (one, stamp) => one.Issue(number, WorkingTime.DayOf(stamp.At), stamp));
        life.Do(at.AddMinutes(2), Role.Clerk, (one, stamp) => one.Return(one.ReturnWay, null, stamp));
        if (told.Number % OneRevokedIn is 7)
        {
            life.Do(time.OpenFrom(at.AddDays(2)), Role.Leader, (one, stamp) => one.RevokeResult("Kết quả ghi sai thông tin do nhập nhầm.", null, stamp));
        }
    }

    private static void Apologise(QuarterLife life, Random random, WorkingTime time)
    {
        if (random.Next(2) is 0 || life.Dossier is not { Deadline: { } deadline, Phase: Phase.Received or Phase.Assigned or Phase.Proposed })
        {
            return;
        }

        var at = WorkingTime.At(time.Calendar.AddWorkingDays(WorkingTime.DayOf(deadline.DueAt), 1), new TimeOnly(8, 10));
        life.DoIfPast(at, Role.Leader, (one, stamp) =>
            one.Apologise("Hồ sơ cần xác minh thêm tại địa bàn.", time.Calendar.AddWorkingDays(WorkingTime.DayOf(stamp.At), 3), stamp));
    }
}
