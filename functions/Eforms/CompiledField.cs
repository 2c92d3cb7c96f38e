using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms;

/// <summary>A field ready to be held against an answer.</summary>
internal sealed class CompiledField
{
    public required FormField Field { get; init; }

    /// <summary>Its key as it stands in answers.</summary>
    public required JsonEncodedText Key { get; init; }

    /// <summary>Null when nothing hides it.</summary>
    public Func<RuleScope, Truth>? Show { get; init; }

    public Func<RuleScope, Truth>? RequiredIf { get; init; }

    public Func<RuleScope, Value>? Computed { get; init; }

    /// <summary>The codes it may hold; null when it is not chosen from codes.</summary>
    public FrozenSet<string>? Codes { get; init; }

    /// <summary>The columns of a matrix.</summary>
    public FrozenSet<string>? Columns { get; init; }

    public Regex? Pattern { get; init; }

    /// <summary>Where it is prefilled from, the best first.</summary>
    public ImmutableArray<FieldSource> Sources { get; init; } = [];

    /// <summary>Parts of a composite, fields of a group or of a list's entries.</summary>
    public ImmutableArray<CompiledField> Parts { get; init; } = [];

    /// <summary>What was answered in an object it is a part of; nothing for nothing.</summary>
    public JsonElement In(JsonElement answers) => answers.TryGetProperty(Key.EncodedUtf8Bytes, out var answer) ? answer : default;

    public bool IsShown(RuleScope scope) => Show is null || Show(scope) is Truth.True;

    public bool IsRequired(RuleScope scope) => Field.Required || (RequiredIf is not null && RequiredIf(scope) is Truth.True);

    /// <param name="place">Where it stands in the definition, for faults.</param>
    /// <param name="section">The condition of its section.</param>
    public static CompiledField Of(
        FormField field, string place, RuleReader rules, DefinitionFaults faults, FieldTable fields, Func<RuleScope, Truth>? section = null) => new()
        {
            Field = field,
            Key = JsonEncodedText.Encode(field.Key, OfficeJson.Options.Encoder),
            Show = Both(section, Read(field.ShowIf, $"{place}.showIf", rules)),
            RequiredIf = Read(field.RequiredIf, $"{place}.requiredIf", rules),
            Computed = field.Computed is { } computed ? ComputedBy(computed, $"{place}.computed", rules) : null,
            Codes = FieldCodes.Of(field, place, faults),
            Columns = FieldCodes.ColumnsOf(field, place, faults),
            Pattern = PatternOf(field, place, faults),
            Sources = FieldSource.AllOf(field, $"{place}.prefill", rules),
            Parts = PartsOf(field, place, faults, fields),
        };

    private static ImmutableArray<CompiledField> PartsOf(FormField field, string place, DefinitionFaults faults, FieldTable fields)
    {
        var parts = field.Type is FieldType.List or FieldType.Group ? field.Fields : Composites.PartsOf(field.Type);
        if (field.Type is FieldType.List or FieldType.Group && parts.Count is 0)
        {
            faults.Add(place, "Danh sách, nhóm phải có trường con", "A list or group needs fields");
        }

        var rules = new RuleReader(fields, faults, field);
        return [.. parts.Select(part => Of(part, $"{place}.fields.{part.Key}", rules, faults, fields))];
    }

    private static Func<RuleScope, Truth>? Read(JsonElement? condition, string place, RuleReader rules) =>
        condition is { } json ? rules.Read(json, place) : null;

    // A computed field is an expression, or a condition that makes it yes or no.
    private static Func<RuleScope, Value> ComputedBy(JsonElement json, string place, RuleReader rules)
    {
        if (!RuleReader.IsCondition(json))
        {
            return rules.ReadExpression(json, place);
        }

        var holds = rules.Read(json, place);
        return scope => holds(scope) is var truth && truth is not Truth.Unknown ? Value.Of(truth is Truth.True) : Value.Empty;
    }

    private static Func<RuleScope, Truth>? Both(Func<RuleScope, Truth>? a, Func<RuleScope, Truth>? b) =>
        a is null ? b : b is null ? a : scope => a(scope).And(b(scope));

    private static Regex? PatternOf(FormField field, string place, DefinitionFaults faults)
    {
        try
        {
            return field.Pattern is { } pattern ? new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            faults.Add($"{place}.pattern", "Mẫu không đọc được", "The pattern cannot be read");
            return null;
        }
    }
}
