using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>A term in words (thời hạn giải quyết): the one place that words it, for form 01, the explanation, letters and guidance alike.</summary>
public static class TermWords
{
    /// <summary>The length of a term; what a difficult commune adds is shown as a sum.</summary>
    public static Text Of(Term term, bool difficultCommune = false)
    {
        var (value, whole) = (term.Value, term.ValueIn(difficultCommune));
        return term.Unit switch
        {
            TermUnit.WorkingHours => new($"{value} giờ làm việc", Plural(value, "working hour")),
            TermUnit.HalfWorkingDays => Halves(value),
            TermUnit.WorkingDays when whole != value => new(
                $"{whole} ngày làm việc ({value} ngày và {whole - value} ngày cộng thêm cho xã miền núi, khó khăn)",
                $"{whole} working days ({value}, and {whole - value} more in a mountainous or difficult commune)"),
            TermUnit.WorkingDays => new($"{value} ngày làm việc", Plural(value, "working day")),
            TermUnit.CalendarDays => new($"{value} ngày", Plural(value, "day")),
            TermUnit.SameDay =>
                new("trong ngày; tiếp nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo", "the same day; if received after 15:00, the next working day"),
            TermUnit.ByAgreement => new("theo thỏa thuận bằng văn bản", "as agreed in writing"),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term.Unit, null),
        };
    }

    private static Text Halves(int halves) => halves switch
    {
        1 => new("nửa ngày làm việc", "half a working day"),
        _ when halves % 2 == 0 => new($"{halves / 2} ngày làm việc", Plural(halves / 2, "working day")),
        _ => new($"{halves / 2},5 ngày làm việc", $"{halves / 2}.5 working days"),
    };

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
