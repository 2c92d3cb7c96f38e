using System.Globalization;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>Dates, spans and terms in words, Vietnamese and English.</summary>
public static class DeadlineWords
{
    private static readonly string[] WeekdaysVi = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>17:00 thứ Năm 26/11/2026.</summary>
    public static Text Moment(DateTimeOffset instant)
    {
        var here = instant.Here();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{here:HH:mm} {WeekdaysVi[(int)here.DayOfWeek]} {here:dd'/'MM'/'yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"{here:HH:mm} on {here:dddd d MMMM yyyy}"));
    }

    /// <summary>thứ Năm 26/11/2026.</summary>
    public static Text Day(DateTimeOffset instant)
    {
        var here = instant.Here();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{WeekdaysVi[(int)here.DayOfWeek]} {here:dd'/'MM'/'yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"{here:dddd d MMMM yyyy}"));
    }

    /// <summary>25/11, or 25–26/11, or 31/12–01/01.</summary>
    public static Text Days(DateOnly from, DateOnly to) => new(
        from == to ? Vi(from) : from.Month == to.Month ? string.Create(CultureInfo.InvariantCulture, $"{from:dd}–{Vi(to)}") : $"{Vi(from)}–{Vi(to)}",
        from == to ? En(from) : from.Month == to.Month ? string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{En(to)}") : $"{En(from)} – {En(to)}");

    /// <summary>Working time in days of eight hours: 2 ngày làm việc 3 giờ 30 phút.</summary>
    public static Text Span(TimeSpan span)
    {
        var days = (int)(span.Ticks / WorkingTime.Day.Ticks);
        var rest = span - (WorkingTime.Day * days);
        var parts = new List<(int Count, string Vi, string En)> { (days, "ngày làm việc", "working day"), (rest.Hours, "giờ", "hour"),
            (rest.Minutes, "phút", "minute") };
        parts.RemoveAll(part => part.Count == 0);
        return parts.Count == 0
            ? new Text("0 phút", "0 minutes")
            : new Text(string.Join(' ', parts.Select(part => $"{part.Count} {part.Vi}")), string.Join(' ', parts.Select(part => Plural(part.Count, part.En))));
    }

    public static Text Cause(PauseKind kind) => kind switch
    {
        PauseKind.Supplement => new("chờ bổ sung hồ sơ", "waiting for the supplement"),
        PauseKind.FinancialDuty => new("yêu cầu thực hiện nghĩa vụ tài chính", "waiting for a financial duty"),
        PauseKind.PublicPosting => new("niêm yết công khai", "public posting"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Vi(DateOnly day) => day.ToString("dd'/'MM", CultureInfo.InvariantCulture);

    private static string En(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
