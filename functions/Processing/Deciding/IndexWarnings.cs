using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

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
    public static IReadOnlyList<Text> Of(Dossier dossier, IReadOnlyList<Act> mayDo, DateTimeOffset now)
    {
        var warnings = new List<Text>();
        if (mayDo.Contains(Act.RequestSupplement))
        {
            warnings.AddRange(SupplementRules.WarningsOf(dossier));
        }

        if (mayDo.Contains(Act.Accept) && dossier.Channel is not Channel.Online && dossier.PaperCount is 0)
        {
            warnings.Add(NoPapers);
        }

        if ((mayDo.Contains(Act.Approve) || mayDo.Contains(Act.Issue)) && dossier.Deadline is { } deadline
            && Punctualities.Of(now, deadline.OwedAt) is Punctuality.Late)
        {
            warnings.Add(Late);
        }

        if (mayDo.Contains(Act.Extend))
        {
            warnings.Add(Extension);
        }

        return warnings;
    }
}
