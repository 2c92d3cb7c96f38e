using System.Globalization;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>What a letter says of a part of a linked case.</summary>
internal static class PartFacts
{
    public static IEnumerable<(string Place, string Value)> Of(Dossier dossier, CaseEvent e, Language language)
    {
        var part = dossier.Part(e.Part)!;
        yield return ("part", part.Name.In(language));
        yield return ("agency", part.Agency.In(language));
        yield return ("partcode", part.Code ?? "");
        yield return ("result", ResultOf((e as PartReported)?.Report.Result ?? part.Result, language));
        yield return ("reason", ((e as PartReported)?.Report.Reason ?? part.Reason ?? "").TrimEnd('.', ' '));
        yield return ("limit", e is PartLimitMissed missed ? LimitOf(missed, language) : "");
    }

    private static string ResultOf(PartResult? result, Language language) => (result, language) switch
    {
        (null, _) => "",
        (var paper, Language.Vi) => string.Create(CultureInfo.InvariantCulture, $"số {paper.Number} ngày {paper.Date:dd/MM/yyyy}"),
        var (paper, _) => string.Create(CultureInfo.InvariantCulture, $"no. {paper.Number} of {paper.Date:yyyy-MM-dd}"),
    };

    private static string LimitOf(PartLimitMissed missed, Language language)
    {
        var moment = DeadlineWords.Moment(missed.By).In(language);
        return (missed.Limit, language) switch
        {
            (PartLimit.Forward, Language.Vi) => $"chưa chuyển dữ liệu, hạn {moment}",
            (PartLimit.Forward, _) => $"data not forwarded by {moment}",
            (_, Language.Vi) => $"cơ quan nhận chưa xác nhận, hạn {moment}",
            _ => $"not acknowledged by {moment}",
        };
    }
}
