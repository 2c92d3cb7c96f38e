using System.Text.Json;

namespace PublicAdmin.Eforms.Rules;

internal enum ValueKind
{
    Empty,
    Text,
    Flag,

    /// <summary>A number, or the interval it lies in.</summary>
    Number,

    /// <summary>A day, or the interval of days a partial date means; counted as <see cref="DateOnly.DayNumber"/>.</summary>
    Days,

    /// <summary>A list, an object: only whether it is there, and what is in it.</summary>
    Json,
}

/// <summary>What an expression of a rule comes to.</summary>
internal readonly record struct Value(ValueKind Kind, string? Text = null, decimal Low = 0, decimal High = 0, JsonElement Json = default)
{
    public static readonly Value Empty;

    public static Value Of(string text) => new(ValueKind.Text, text);

    public static Value Of(bool flag) => new(ValueKind.Flag, Low: flag ? 1 : 0, High: flag ? 1 : 0);

    public static Value Number(decimal low, decimal high) => new(ValueKind.Number, Low: low, High: high);

    public static Value Number(decimal number) => Number(number, number);

    public static Value Day(DateOnly day) => new(ValueKind.Days, Low: day.DayNumber, High: day.DayNumber);

    public static Value Days(DateSpan span) => new(ValueKind.Days, Low: span.First.DayNumber, High: span.Last.DayNumber);

    public bool IsEmpty => Kind is ValueKind.Empty;

    public DateOnly First => DateOnly.FromDayNumber((int)Low);

    public DateOnly Last => DateOnly.FromDayNumber((int)High);

    /// <summary>Text that is compared with a day is a day.</summary>
    public Value AsDays() => Kind is ValueKind.Text ? DateSpan.Parse(Text!) is { } span ? Days(span) : Empty : this;
}
