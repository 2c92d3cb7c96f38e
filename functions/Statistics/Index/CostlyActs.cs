using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Index;

/// <summary>How a dossier would be counted without an act and with it.</summary>
/// <param name="Groups">The groups of the index it can touch; empty for all.</param>
internal sealed record Fork(Fact Without, Fact With, Text Why, IReadOnlyList<string> Groups);

/// <summary>The acts that can cost points: each as two facts, so that the very rules of the index say which item, and how much.</summary>
internal static class CostlyActs
{
    public static readonly IReadOnlyList<Act> All = [Act.RequestSupplement, Act.Extend, Act.Issue, Act.RecordFee, Act.Refuse];

    /// <summary>Null when the act costs nothing as the dossier stands.</summary>
    public static Fork? Of(Act act, Dossier dossier, Fact fact, DateTimeOffset at)
    {
        var present = fact with { Steps = [.. fact.Steps.Where(step => step.At <= at)] };
        return present.EndedAt is not null && act is not Act.RecordFee ? null : act switch
        {
            Act.RequestSupplement when dossier.SupplementRounds > 0 => new(
                Ended(present, Standing.OnTime, at), Ended(present with { Marks = present.Marks | Marks.AskedTwice }, Standing.OnTime, at), Twice, []),
            Act.Extend => new(Ended(present, Standing.OnTime, at), Ended(present, Standing.Late, at), Longer, []),
            Act.Issue when present.At(at)?.Standing is Standing.Overdue =>
                new(Ended(present, Standing.OnTime, at), Ended(present, Standing.Late, at), Late, []),
            Act.RecordFee when present.Paid is null =>
                new(present with { Paid = new(at, Online: true) }, present with { Paid = new(at, Online: false) }, Cash, ["payment"]),
            Act.Refuse when present.Intake is Intake.OnlineFull or Intake.OnlinePartial or Intake.OnlineOther =>
                new(Then(present, Standing.Open, at), Then(present, Standing.NotAccepted, at), Refused, ["online"]),
            _ => null,
        };
    }

    private static Fact Ended(Fact fact, Standing how, DateTimeOffset at) =>
        Then(fact.ReceivedAt is null ? Then(fact, Standing.Open, at) : fact, how, at);

    private static Fact Then(Fact fact, Standing standing, DateTimeOffset at) =>
        fact with { Steps = [.. fact.Steps, fact.Steps[^1] with { At = at, Standing = standing, AtLast = false }] };

    private static readonly Text Twice = new(
        "Yêu cầu bổ sung từ lần thứ hai bị tính quá hạn theo Bộ chỉ số 766, dù trả đúng hẹn.",
        "From the second supplement request on, the index of Decision 766 counts the dossier as late, whatever the date.");

    private static readonly Text Longer = new(
        "Gia hạn không dời ngày hẹn đầu tiên, trừ trường hợp luật cho phép: trả sau ngày đó vẫn tính quá hạn.",
        "An extension does not move the first promise, unless the law provides it: what is ready after that day counts as late.");

    private static readonly Text Late = new("Đã quá ngày hẹn: phát hành bây giờ tính là quá hạn.", "The promised day is over: issued now, it counts as late.");

    private static readonly Text Cash = new(
        "Thu trực tiếp không được tính vào tỷ lệ thanh toán trực tuyến.", "Money taken at the counter does not count as paid online.");

    private static readonly Text Refused = new(
        "Hồ sơ nộp trực tuyến bị từ chối không được tính là hồ sơ trực tuyến đã tiếp nhận.",
        "An online filing that is refused does not count as an online dossier received.");
}
