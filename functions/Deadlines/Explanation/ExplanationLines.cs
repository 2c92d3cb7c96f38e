using System.Globalization;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>Puts explained days that are alike into one line and says it in words.</summary>
internal static class ExplanationLines
{
    public static IReadOnlyList<ExplainedLine> Of(IReadOnlyList<ExplainedDay> days, TermUnit unit)
    {
        var lines = new List<ExplainedLine>();
        var number = 0;
        for (var first = 0; first < days.Count;)
        {
            var count = days.Skip(first).TakeWhile(day => IsAlike(days[first], day)).Count();
            var run = days.Skip(first).Take(count).ToList();
            var whole = run.All(day => IsWhole(day, unit));
            lines.Add(new ExplainedLine(
                run[0].Day, run[^1].Day, run[0].Verdict, (int)run.Sum(day => day.Counted.TotalMinutes), Sentence(run, unit, number, whole), run[0].Source));
            number += whole ? count : 0;
            first += count;
        }

        return lines;
    }

    private static bool IsAlike(ExplainedDay one, ExplainedDay other) =>
        one.Verdict == other.Verdict && one.Counted == other.Counted && one.Why == other.Why && one.Source == other.Source;

    // A day shorter than eight hours, by a pause or by the hours of the office, is told in hours.
    private static bool IsWhole(ExplainedDay day, TermUnit unit) => day.Counted > TimeSpan.Zero
        && unit is TermUnit.WorkingDays or TermUnit.CalendarDays
        && day.Counted >= WorkingTime.Day;

    private static Text Sentence(List<ExplainedDay> run, TermUnit unit, int before, bool whole)
    {
        var (day, why) = (run[0], run[0].Why ?? new Text("", ""));
        return day.Verdict switch
        {
            DayVerdict.Receipt => new("ngày tiếp nhận, không tính", "day of receipt, not counted"),
            DayVerdict.AfterHours when unit is TermUnit.SameDay =>
                new("tiếp nhận sau 15 giờ hoặc ngoài giờ, tính sang ngày làm việc tiếp theo",
                    "received after 15:00 or outside hours, so the next working day counts"),
            DayVerdict.AfterHours =>
                new("tiếp nhận ngoài giờ làm việc, tính từ giờ mở cửa tiếp theo", "received outside office hours, counted from the next opening"),
            DayVerdict.Counted => Counted(run, unit, before, whole),
            DayVerdict.WorkedDay => Join(Counted(run, unit, before, whole), why),
            DayVerdict.Weekend => new("cuối tuần, không tính", "weekend, not counted"),
            DayVerdict.DayOff => new($"{why.Vi}, không tính", $"{why.En}, not counted"),
            DayVerdict.Paused => new($"tạm dừng tính thời hạn: {why.Vi}", $"the clock stood still, not counted: {why.En}"),
            DayVerdict.PartlyPaused =>
                new($"tính {DeadlineWords.Span(day.Counted).Vi}, phần còn lại tạm dừng tính thời hạn: {why.Vi}",
                    $"{DeadlineWords.Span(day.Counted).En} counted, the clock stood still for the rest: {why.En}"),
            DayVerdict.Restarted => new("đã tính, nhưng thời hạn được tính lại từ đầu", "was counted, but the term began anew"),
            DayVerdict.Rolled =>
                new("thời hạn kết thúc vào ngày nghỉ, chuyển sang ngày làm việc tiếp theo", "the term ended on a closed day and moves to the next working day"),
            DayVerdict.Extended => new($"gia hạn: {why.Vi}", $"extension: {why.En}"),
            _ => throw new ArgumentOutOfRangeException(nameof(run), day.Verdict, null),
        };
    }

    private static Text Counted(List<ExplainedDay> run, TermUnit unit, int before, bool whole)
    {
        if (!whole)
        {
            var span = DeadlineWords.Span(run.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Counted));
            return new($"tính {span.Vi}", $"{span.En} counted");
        }

        var (noun, english) = unit is TermUnit.CalendarDays ? ("ngày", "day") : ("ngày làm việc", "working day");
        var numbers = run.Count == 1
            ? (before + 1).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{before + 1}–{before + run.Count}");
        return new($"{noun} thứ {numbers}", $"{english}{(run.Count == 1 ? "" : "s")} {numbers}");
    }

    private static Text Join(Text counted, Text why) => new($"{counted.Vi}: {why.Vi}", $"{counted.En}: {why.En}");
}
