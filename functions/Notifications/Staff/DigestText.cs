using System.Globalization;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications.Staff;

/// <summary>The morning digest in words: subject and plain text; <see cref="DigestPage"/> is the same for the eye.</summary>
internal static class DigestText
{
    internal const int Shown = 50;

    public static Letter Of(Digest digest, Language language)
    {
        var vi = language is Language.Vi;
        var lines = digest.Overdue.Concat(digest.Today).Concat(digest.Tomorrow).Take(Shown).Select(item => Line(item, language));
        var facts = Facts(digest.Office, digest.Day, digest.Overdue.Count, digest.Today.Count, digest.Tomorrow.Count, digest.WithoutApology, language);
        facts["items"] = string.Join('\n', lines);
        facts["forecast"] = Forecast(digest, language);
        return Filled(facts, language) with { Content = DigestPage.Of(digest, vi) };
    }

    public static Letter OfProvince(DateOnly day, IReadOnlyList<OfficeCount> offices, Language language)
    {
        var vi = language is Language.Vi;
        var busy = offices.Where(one => one.Overdue + one.Today + one.Tomorrow > 0).OrderByDescending(one => one.Overdue).ThenByDescending(one => one.Today)
            .ToList();
        var facts = Facts(
            vi ? "Toàn tỉnh" : "The province", day, offices.Sum(one => one.Overdue), offices.Sum(one => one.Today), offices.Sum(one => one.Tomorrow),
            offices.Sum(one => one.WithoutApology), language);
        facts["items"] = string.Join('\n', busy.Select(one => vi
            ? $"- {one.Name}: {one.Overdue} quá hạn, {one.Today} đến hạn hôm nay, {one.Tomorrow} ngày làm việc tiếp theo"
            : $"- {one.Name}: {one.Overdue} overdue, {one.Today} due today, {one.Tomorrow} the next working day"));
        facts["forecast"] = "";
        return Filled(facts, language) with { Content = DigestPage.OfProvince(busy, facts, vi) };
    }

    private static Letter Filled(Dictionary<string, string> facts, Language language) => LetterBook.Find(Notice.MorningDigest)!.Fill(facts, language);

    private static Dictionary<string, string> Facts(
        string office, DateOnly day, int overdue, int today, int tomorrow, int withoutApology, Language language) => new()
        {
            ["office"] = office,
            ["day"] = day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["overdue"] = Number(overdue),
            ["today"] = Number(today),
            ["tomorrow"] = Number(tomorrow),
            ["apology"] = withoutApology == 0 ? "" : language is Language.Vi
            ? $"{withoutApology} hồ sơ quá hạn chưa có thư xin lỗi (Mẫu 04)."
            : $"{withoutApology} of the overdue have no apology (form 04) yet.",
        };

    private static string Line(DigestItem item, Language language)
    {
        var moment = DeadlineWords.Moment(item.DueAt).In(language);
        var late = item.Late > TimeSpan.Zero ? language is Language.Vi ? "QUÁ HẠN, " : "OVERDUE, " : "";
        var handler = item.Handler is { } name ? $", {name}" : "";
        return $"- {item.Code} ({item.Procedure}): {late}{(language is Language.Vi ? "hạn" : "due")} {moment}{handler}";
    }

    private static string Forecast(Digest digest, Language language)
    {
        if (digest.Breaches.Count == 0)
        {
            return "";
        }

        var vi = language is Language.Vi;
        var head = vi
            ? $"Dự báo: với tốc độ của 20 ngày làm việc qua, thêm {digest.Breaches.Count} hồ sơ sẽ không kịp hạn."
            : $"Forecast: at the pace of the last 20 working days {digest.Breaches.Count} more will not be done in time.";
        var lines = digest.Breaches.Take(10).Select(breach => Line(breach, vi));
        return string.Join('\n', lines.Prepend(head).Append(Error(digest.MeanErrorDays, vi)).Where(line => line.Length > 0));
    }

    private static string Line(DigestBreach breach, bool vi)
    {
        var (due, done) = (DeadlineWords.Moment(breach.DueAt), DeadlineWords.Day(breach.FinishesAt));
        var taker = breach.Taker is { } name ? vi ? $"; {name} có thể nhận" : $"; {name} could take it" : "";
        return vi ? $"- {breach.Code}: hạn {due.Vi}, dự kiến xong {done.Vi}{taker}" : $"- {breach.Code}: due {due.En}, expected {done.En}{taker}";
    }

    internal static string Error(double? days, bool vi) => days is not { } error ? "" : vi
        ? string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Các dự báo trước sai trung bình {error:0.0} ngày làm việc.")
        : string.Create(CultureInfo.InvariantCulture, $"Past forecasts were off by {error:0.0} working days on average.");

    internal static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
