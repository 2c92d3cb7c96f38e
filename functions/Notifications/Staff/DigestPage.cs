using System.Text;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Notifications.Staff;

/// <summary>
/// The morning digest for the eye: four figures, then what lies behind them, the most urgent first. Colour never says anything the words do not.
/// </summary>
internal static class DigestPage
{
    private const string Red = "#b3261e";
    private const string Amber = "#9a5b00";
    private const string Blue = "#1d4f91";
    private const string Grey = "#5b5147";

    public static string Of(Digest digest, bool vi)
    {
        var page = new StringBuilder().Append(Tiles(digest.Office, digest.Overdue.Count, digest.Today.Count, digest.Tomorrow.Count, digest.Breaches.Count, vi));
        page.Append(Section(Overdue(digest, vi), Red, digest.Overdue, vi));
        page.Append(Section(vi ? "Đến hạn hôm nay" : "Due today", Amber, digest.Today, vi));
        page.Append(Section(vi ? "Đến hạn ngày làm việc tiếp theo" : "Due the next working day", Grey, digest.Tomorrow, vi));
        page.Append(Forecast(digest, vi));
        return digest.Overdue.Count + digest.Today.Count + digest.Tomorrow.Count > 0
            ? page.ToString() : page.Append(Paragraph(vi ? "Sáng nay không có hồ sơ nào phải đôn đốc." : "Nothing to urge this morning.")).ToString();
    }

    public static string OfProvince(IReadOnlyList<OfficeCount> offices, IReadOnlyDictionary<string, string> facts, bool vi)
    {
        var page = new StringBuilder().Append(
            Tiles(facts["office"], offices.Sum(one => one.Overdue), offices.Sum(one => one.Today), offices.Sum(one => one.Tomorrow), null, vi));
        foreach (var one in offices)
        {
            var words = vi
                ? $"{one.Today} đến hạn hôm nay · {one.Tomorrow} ngày làm việc tiếp theo" : $"{one.Today} due today · {one.Tomorrow} the next working day";
            page.Append(Row(
                one.Overdue > 0 ? Red : Grey, one.Name, one.Overdue > 0 ? vi ? $"{one.Overdue} quá hạn" : $"{one.Overdue} overdue" : "", words, ""));
        }

        return page.ToString();
    }

    private static string Overdue(Digest digest, bool vi) => (digest.WithoutApology, vi) switch
    {
        (0, true) => "Quá hạn",
        (0, false) => "Overdue",
        (var missing, true) => $"Quá hạn, {missing} chưa có thư xin lỗi",
        (var missing, false) => $"Overdue, {missing} without apology",
    };

    private static string Tiles(string office, int overdue, int today, int tomorrow, int? forecast, bool vi) => $"""
        <p style="margin:0 0 14px;font-size:17px;font-weight:600">{LetterPage.Text(office)}</p>
        <div style="margin:0 -4px 10px">
        {Tile(overdue, vi ? "quá hạn" : "overdue", overdue > 0 ? Red : Grey)}{Tile(today, vi ? "đến hạn hôm nay" : "due today", today > 0 ? Amber : Grey)}{Tile(tomorrow, vi ? "ngày tiếp theo" : "next working day", Grey)}{(forecast is { } more ? Tile(more, vi ? "dự báo trễ thêm" : "late by forecast", more > 0 ? Blue : Grey) : "")}
        </div>

        """;

    private static string Tile(int number, string label, string colour) =>
        $"<div class=\"tile\" style=\"display:inline-block;vertical-align:top;width:23.6%;box-sizing:border-box;margin:0 0.6%;padding:10px 12px;border:1px "
            + $"solid #e8e1d6;border-top:4px solid {colour};border-radius:6px;background:#fbfaf7\"><div "
            + $"style=\"font-size:28px;line-height:1.1;font-weight:700;color:{colour}\">{number}</div><div style=\"font-size:13px;color:{Grey}\">{label}</div></div>";

    private static string Section(string title, string colour, IReadOnlyList<DigestItem> items, bool vi) => items.Count == 0
        ? ""
        : Heading(title)
            + string.Concat(items.Take(DigestText.Shown).Select(item => Row(colour, item.Code.ToString(), Chip(item, vi), item.Name, Detail(item, vi))))
            + More(items.Count, vi);

    private static string Chip(DigestItem item, bool vi) =>
        item.Late == TimeSpan.Zero ? "" : vi ? $"quá hạn {DeadlineWords.Span(item.Late).Vi}" : $"{DeadlineWords.Span(item.Late).En} late";

    private static string Detail(DigestItem item, bool vi)
    {
        var due = vi ? $"Hạn {DeadlineWords.Moment(item.DueAt).Vi}" : $"Due {DeadlineWords.Moment(item.DueAt).En}";
        var who = item.Handler ?? (vi ? "chưa ai nhận" : "nobody has taken it");
        var apology = item.Apology switch
        {
            ApologyState.Sent => vi ? " · đã gửi thư xin lỗi" : " · apology sent",
            ApologyState.Drafted => vi ? " · thư xin lỗi chờ ký" : " · apology to be signed",
            _ => "",
        };
        return $"{due} · {who}{apology}";
    }

    private static string Forecast(Digest digest, bool vi)
    {
        if (digest.Breaches.Count == 0)
        {
            return "";
        }

        var rows = digest.Breaches.Take(10).Select(breach => Row(
            Blue, breach.Code.ToString(), breach.Taker is { } name ? vi ? $"{name} có thể nhận" : $"{name} could take it" : "", breach.Name,
            vi ? $"Hạn {DeadlineWords.Moment(breach.DueAt).Vi} · dự kiến xong {DeadlineWords.Day(breach.FinishesAt).Vi}"
                : $"Due {DeadlineWords.Moment(breach.DueAt).En} · expected {DeadlineWords.Day(breach.FinishesAt).En}"));
        var pace = vi
            ? "Với tốc độ của 20 ngày làm việc qua, các hồ sơ này sẽ không kịp hạn."
            : "At the pace of the last 20 working days these will not be done in time.";
        return Heading(vi ? "Dự báo" : "Forecast") + Paragraph($"{pace} {DigestText.Error(digest.MeanErrorDays, vi)}") + string.Concat(rows)
            + More(digest.Breaches.Count, vi, 10);
    }

    private static string Heading(string title) => $"<h2 style=\"margin:20px 0 8px;font-size:17px;font-weight:600\">{LetterPage.Text(title)}</h2>\n";

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 10px;font-size:14px;color:{Grey}\">{LetterPage.Text(text)}</p>\n";

    private static string Row(string colour, string head, string chip, string middle, string foot) =>
        $"<div style=\"margin:0 0 8px;padding:9px 12px;border:1px solid #e8e1d6;border-left:4px solid {colour};border-radius:6px\"><div><strong "
            + $"style=\"font-variant-numeric:tabular-nums\">{LetterPage.Text(head)}</strong>{(chip.Length == 0 ? "" : $" <span style=\"white-space:nowrap;font-size:13px;font-weight:600;color:{colour}\">&nbsp;{LetterPage.Text(chip)}</span>")}</div><div style=\"font-size:15px\">{LetterPage.Text(middle)}</div>{(foot.Length == 0 ? "" : $"<div style=\"font-size:13px;color:{Grey}\">{LetterPage.Text(foot)}</div>")}</div>\n";

    private static string More(int count, bool vi, int shown = DigestText.Shown) =>
        count <= shown ? "" : Paragraph(vi ? $"… và {count - shown} hồ sơ nữa trong danh sách công việc." : $"… and {count - shown} more in the work list.");
}
