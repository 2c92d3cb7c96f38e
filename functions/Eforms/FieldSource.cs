using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms;

/// <summary>
/// Nguồn dữ liệu của một mục: where a value is held already, as forms name it: <c>filer.phone</c>, <c>population(motherPersonalNumber).fullName</c>,
/// <c>civilStatus.marriage(motherPersonalNumber,fatherPersonalNumber).entry</c>. Read here and nowhere else.
/// </summary>
/// <param name="Text">As the form writes it.</param>
/// <param name="Holder">Who holds it: <c>filer</c>, <c>population</c>, <c>civilStatus.marriage</c> …</param>
/// <param name="Keys">Fields that name whose record it is; empty for the filer's own.</param>
/// <param name="Path">What of the record, such as <c>fullName</c>; empty for the record itself.</param>
internal sealed partial record FieldSource(string Text, string Holder, IReadOnlyList<string> Keys, string Path)
{
    public const string Filer = "filer";
    public const string Population = "population";

    /// <summary>The number of whoever asks.</summary>
    public const string RequesterNumber = "requesterPersonalNumber";

    /// <summary>Whether it only suggests a value, as a parent's hometown does for the child's: another answer contradicts nothing.</summary>
    public bool IsSuggestion { get; init; }

    /// <summary>Under which condition it is a source; null for always.</summary>
    public JsonElement? When { get; init; }

    /// <summary>That condition ready to be held against answers.</summary>
    public Func<RuleScope, Truth>? Holds { get; init; }

    /// <summary>Whose number says whose record it is; null where it is not one person's.</summary>
    public string? PersonKey => Holder switch
    {
        Filer => RequesterNumber,
        Population when Keys is [var key] => key,
        _ => null,
    };

    public bool IsNow(RuleScope scope) => Holds is null || Holds(scope) is Truth.True;

    /// <summary>Every source of a field, the best first, behind them what suggests a value.</summary>
    public static ImmutableArray<FieldSource> AllOf(FormField field, string place, RuleReader rules)
    {
        var suggested = field.Suggest is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().Select(one => one.ToString()) : [];
        return
        [
            .. field.Prefill.Select(source => Of(source, place, rules)),
            .. suggested.Where(source => source.Contains('(')).Select(source => Named(source) with { IsSuggestion = true }),
        ];
    }

    /// <param name="source">A text, or <c>{ from, when }</c>.</param>
    private static FieldSource Of(JsonElement source, string place, RuleReader rules)
    {
        var isPair = source.ValueKind is JsonValueKind.Object;
        var text = isPair && source.TryGetProperty("from", out var from) ? from.ToString() : source.ToString();
        return isPair && source.TryGetProperty("when", out var when)
            ? Named(text) with { When = when, Holds = rules.Read(when, place) }
            : Named(text);
    }

    private static FieldSource Named(string text)
    {
        var match = Shape().Match(text);
        var keys = match.Groups["keys"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return match.Success ? new(text, match.Groups["holder"].Value, keys, match.Groups["path"].Value) : new(text, text, [], "");
    }

    [GeneratedRegex(@"^(?<holder>[A-Za-z.]+?)(\((?<keys>[^)]*)\))?(\.(?<path>[A-Za-z.]+))?\z")]
    private static partial Regex Shape();
}
