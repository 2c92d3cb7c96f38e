using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>What an official should know before acting.</summary>
/// <param name="Acts">Before which of the acts open to the reader.</param>
public sealed record ActWarning(IReadOnlyList<Act> Acts, Text Text);

/// <summary>
/// What an official should know before acting: where an act costs points of the national index (Decision 766/QĐ-TTg), by rules read from third parties.
/// </summary>
public static class IndexWarnings
{
    private static readonly Text NoPapers = new(
        "Hồ sơ chưa có giấy tờ nào được số hóa: tiếp nhận lúc này, hồ sơ không được tính ở tiêu chí số hóa và tái sử dụng của Bộ chỉ số 766.",
        "No paper of it is digitised: accepted now, it does not count for digitisation and reuse in the index of Decision 766.");

    private static readonly Text Late = new(
        "Đã quá giờ phải trả kết quả: kết quả ra lúc này bị tính quá hạn theo Bộ chỉ số 766.",
        "Past the hour the result was owed: released now, it counts as late in the index of Decision 766.");

    private static readonly Text Extension = new(
        "Gia hạn không dời ngày hẹn trong Bộ chỉ số 766: kết quả sau ngày hẹn đầu tiên vẫn bị tính quá hạn.",
        "An extension does not move the date in the index of Decision 766: a result after the first promised day still counts as late.");

    /// <param name="dossier">As it stands.</param>
    /// <param name="mayDo">What the reader may do: they are warned of nothing else.</param>
    /// <param name="now">The present moment.</param>
    public static IReadOnlyList<ActWarning> Of(Dossier dossier, IReadOnlyList<Act> mayDo, DateTimeOffset now) =>
    [
        .. All(dossier, now).Select(warning => warning with { Acts = [.. warning.Acts.Where(mayDo.Contains)] }).Where(warning => warning.Acts.Count > 0),
    ];

    private static IEnumerable<ActWarning> All(Dossier dossier, DateTimeOffset now)
    {
        foreach (var warning in SupplementRules.WarningsOf(dossier))
        {
            yield return new([Act.RequestSupplement], warning);
        }

        if (dossier.Channel is not Channel.Online && dossier.PaperCount is 0)
        {
            yield return new([Act.Accept], NoPapers);
        }

        if (dossier.Deadline is { } deadline && Punctualities.Of(now, deadline.OwedAt) is Punctuality.Late)
        {
            yield return new([Act.Approve, Act.Issue], Late);
        }

        yield return new([Act.Extend], Extension);
    }
}
