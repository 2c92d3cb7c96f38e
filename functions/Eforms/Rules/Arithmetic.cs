using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>Reckoning with values that may be intervals.</summary>
internal static class Arithmetic
{
    private const int Places = 6;

    public static Value Shift(Value value, Func<DateOnly, DateOnly> by)
    {
        var days = value.AsDays();
        return days.Kind is ValueKind.Days ? Value.Days(new DateSpan(by(days.First), by(days.Last))) : Value.Empty;
    }

    public static Value DaysBetween(Value from, Value to) =>
        Both(from, to, out var a, out var b) ? Value.Number(b.Low - a.High, b.High - a.Low) : Value.Empty;

    /// <summary>Full years: the age on a day.</summary>
    public static Value YearsBetween(Value from, Value to) =>
        Both(from, to, out var a, out var b) ? Value.Number(Years(a.Last, b.First), Years(a.First, b.Last)) : Value.Empty;

    public static Value Add(Value a, Value b) => Numbers(a, b) ? Value.Number(Round(a.Low + b.Low), Round(a.High + b.High)) : Value.Empty;

    public static Value Divide(Value a, Value b) => Numbers(a, b) && b.Low > 0 ? Value.Number(Round(a.Low / b.High), Round(a.High / b.Low)) : Value.Empty;

    /// <summary>The sum of one field of a list; unknown while an entry lacks it.</summary>
    public static Value Sum(Value list, ReadOnlySpan<byte> key, FieldType type)
    {
        if (list.Kind is not ValueKind.Json || list.Json.GetArrayLength() is 0)
        {
            return Value.Empty;
        }

        var sum = 0m;
        foreach (var item in list.Json.EnumerateArray())
        {
            var value = Values.Part(item, key, type);
            if (value.Kind is not ValueKind.Number)
            {
                return Value.Empty;
            }

            sum += value.Low;
        }

        return Value.Number(Round(sum));
    }

    /// <summary>Whether all entries of a list differ in a field.</summary>
    public static Truth Distinct(Value list, byte[] key, FieldType type)
    {
        if (list.Kind is not ValueKind.Json)
        {
            return Truth.Unknown;
        }

        var values = list.Json.EnumerateArray().Select(item => Values.Part(item, key, type)).ToList();
        var given = values.Where(value => !value.IsEmpty).ToList();
        return given.Distinct().Count() < given.Count ? Truth.False : given.Count < values.Count ? Truth.Unknown : Truth.True;
    }

    public static Value Count(Value list) =>
        list.Kind is ValueKind.Json && list.Json.ValueKind is JsonValueKind.Array ? Value.Number(list.Json.GetArrayLength()) : Value.Empty;

    private static int Years(DateOnly from, DateOnly to) =>
        to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);

    private static bool Both(Value from, Value to, out Value a, out Value b)
    {
        (a, b) = (from.AsDays(), to.AsDays());
        return a.Kind is ValueKind.Days && b.Kind is ValueKind.Days;
    }

    private static bool Numbers(Value a, Value b) => a.Kind is ValueKind.Number && b.Kind is ValueKind.Number;

    // As the pages round, whose numbers are binary.
    private static decimal Round(decimal number) => decimal.Round(number, Places, MidpointRounding.AwayFromZero);
}
