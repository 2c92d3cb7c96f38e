using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Notifications.Staff;

/// <summary>
/// The morning digest for the eye: four figures, then what lies behind them, the most urgent first. Colour never says anything the words do not.
/// </summary>
public sealed record DigestPage(string Office, IReadOnlyList<DigestTile> Tiles, IReadOnlyList<DigestSection> Sections)
{
    private const string Red = "#b3261e";
    private const string Amber = "#9a5b00";
    private const string Blue = "#1d4f91";
    private const string Grey = "#5b5147";
    private const int ForecastsShown = 10;

    private static readonly HtmlTemplate Page = new("Notifications.Letters.digest.html");

    public static string Of(Digest digest, bool vi)
    {
        DigestSection[] sections =
        [
            Section(Overdue(digest, vi), Red, digest.Overdue, vi),
            Section(vi ? "Đến hạn hôm nay" : "Due today", Amber, digest.Today, vi),
            Section(vi ? "Đến hạn ngày làm việc tiếp theo" : "Due the next working day", Grey, digest.Tomorrow, vi),
            Forecast(digest, vi),
            new(Note: digest.Overdue.Count + digest.Today.Count + digest.Tomorrow.Count > 0
                ? null : vi ? "Sáng nay không có hồ sơ nào phải đôn đốc." : "Nothing to urge this morning."),
        ];
        var tiles = Figures(digest.Overdue.Count, digest.Today.Count, digest.Tomorrow.Count, vi)
            .Append(new(digest.Breaches.Count, vi ? "dự báo trễ thêm" : "late by forecast", digest.Breaches.Count > 0 ? Blue : Grey));
        return Page.Fill(new DigestPage(digest.Office, [.. tiles], [.. sections.Where(section => section.Rows is not [] || section.Note is not null)]));
    }

    public static string OfProvince(IReadOnlyList<OfficeCount> offices, IReadOnlyDictionary<string, string> facts, bool vi) => Page.Fill(new DigestPage(
        facts["office"],
        [.. Figures(offices.Sum(one => one.Overdue), offices.Sum(one => one.Today), offices.Sum(one => one.Tomorrow), vi)],
        [new() { Rows = [.. offices.Select(one => OfficeRow(one, vi))] }]));

    private static DigestRow OfficeRow(OfficeCount one, bool vi) => new(
        one.Overdue > 0 ? Red : Grey,
        one.Name,
        one.Overdue == 0 ? null : vi ? $"{one.Overdue} quá hạn" : $"{one.Overdue} overdue",
        vi ? $"{one.Today} đến hạn hôm nay · {one.Tomorrow} ngày làm việc tiếp theo" : $"{one.Today} due today · {one.Tomorrow} the next working day",
        null);

    private static string Overdue(Digest digest, bool vi) => (digest.WithoutApology, vi) switch
    {
        (0, true) => "Quá hạn",
        (0, false) => "Overdue",
        (var missing, true) => $"Quá hạn, {missing} chưa có thư xin lỗi",
        (var missing, false) => $"Overdue, {missing} without apology",
    };

    private static IEnumerable<DigestTile> Figures(int overdue, int today, int tomorrow, bool vi) =>
    [
        new(overdue, vi ? "quá hạn" : "overdue", overdue > 0 ? Red : Grey),
        new(today, vi ? "đến hạn hôm nay" : "due today", today > 0 ? Amber : Grey),
        new(tomorrow, vi ? "ngày tiếp theo" : "next working day", Grey),
    ];

    private static DigestSection Section(string title, string colour, IReadOnlyList<DigestItem> items, bool vi) => new(title)
    {
        Rows = [.. items.Take(DigestText.Shown).Select(item => new DigestRow(colour, item.Code.ToString(), Chip(item, vi), item.Name, Detail(item, vi)))],
        More = More(items.Count, vi, DigestText.Shown),
    };

    private static string? Chip(DigestItem item, bool vi) =>
        item.Late == TimeSpan.Zero ? null : vi ? $"quá hạn {DeadlineWords.Span(item.Late).Vi}" : $"{DeadlineWords.Span(item.Late).En} late";

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

    private static DigestSection Forecast(Digest digest, bool vi)
    {
        var pace = vi
            ? "Với tốc độ của 20 ngày làm việc qua, các hồ sơ này sẽ không kịp hạn."
            : "At the pace of the last 20 working days these will not be done in time.";
        return digest.Breaches.Count == 0 ? new() : new(vi ? "Dự báo" : "Forecast", $"{pace} {DigestText.Error(digest.MeanErrorDays, vi)}")
        {
            Rows = [.. digest.Breaches.Take(ForecastsShown).Select(breach => Breach(breach, vi))],
            More = More(digest.Breaches.Count, vi, ForecastsShown),
        };
    }

    private static DigestRow Breach(DigestBreach breach, bool vi) => new(
        Blue,
        breach.Code.ToString(),
        breach.Taker is { } name ? vi ? $"{name} có thể nhận" : $"{name} could take it" : null,
        breach.Name,
        vi ? $"Hạn {DeadlineWords.Moment(breach.DueAt).Vi} · dự kiến xong {DeadlineWords.Day(breach.FinishesAt).Vi}"
            : $"Due {DeadlineWords.Moment(breach.DueAt).En} · expected {DeadlineWords.Day(breach.FinishesAt).En}");

    private static string? More(int count, bool vi, int shown) =>
        count <= shown ? null : vi ? $"… và {count - shown} hồ sơ nữa trong danh sách công việc." : $"… and {count - shown} more in the work list.";
}

/// <summary>One figure at the head of the digest.</summary>
public sealed record DigestTile(int Number, string Label, string Colour);

/// <summary>What lies behind a figure; a section of nothing but a note has no rows.</summary>
public sealed record DigestSection(string? Title = null, string? Note = null)
{
    public IReadOnlyList<DigestRow> Rows { get; init; } = [];

    /// <summary>How many are not shown; null when all are.</summary>
    public string? More { get; init; }
}

/// <summary>One dossier or one office.</summary>
/// <param name="Chip">What stands out, such as how late.</param>
public sealed record DigestRow(string Colour, string Head, string? Chip, string Middle, string? Foot);
