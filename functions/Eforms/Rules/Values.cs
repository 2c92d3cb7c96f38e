using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>Answers as rules see them. What is not of its field's kind is empty here: that it is wrong is said by its own check.</summary>
internal static class Values
{
    public static Value Of(JsonElement json, FieldType type) => type switch
    {
        FieldType.Date or FieldType.PartialDate => TextOf(json) is { } text && DateSpan.Parse(text) is { } span ? Value.Days(span) : Value.Empty,
        FieldType.Integer or FieldType.Number or FieldType.Money or FieldType.Area =>
            json.ValueKind is JsonValueKind.Number && json.TryGetDecimal(out var number) ? Value.Number(number) : Value.Empty,
        FieldType.YesNo => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.Of(json.GetBoolean()) : Value.Empty,
        FieldType.Ethnicity => json.ValueKind is JsonValueKind.Object ? Part(json, "code", FieldType.Text) : OfText(json),
        FieldType.List or FieldType.MultiChoice => json.ValueKind is JsonValueKind.Array ? new(ValueKind.Json, Json: json) : Value.Empty,
        FieldType.Matrix or FieldType.Group => OfObject(json),
        _ => Composites.IsComposite(type) ? OfObject(json) : OfText(json),
    };

    /// <summary>A part of a composite answer, of a group or of an entry of a list.</summary>
    public static Value Part(JsonElement json, string part, FieldType type) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(part, out var value) ? Of(value, type) : Value.Empty;

    public static bool IsFilled(Value value) => value.Kind switch
    {
        ValueKind.Empty => false,
        ValueKind.Json => IsFilled(value.Json),
        _ => true,
    };

    /// <summary>Whether anything at all was given: not a gap, not white space, not a list or an object of gaps.</summary>
    public static bool IsFilled(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.String => !string.IsNullOrWhiteSpace(json.GetString()),
        JsonValueKind.Array => json.GetArrayLength() > 0,
        JsonValueKind.Object => json.EnumerateObject().Any(part => IsFilled(part.Value)),
        _ => true,
    };

    public static string? TextOf(JsonElement json) => json.ValueKind is JsonValueKind.String ? json.GetString() : null;

    private static Value OfText(JsonElement json) =>
        TextOf(json) is { } text && !string.IsNullOrWhiteSpace(text) ? Value.Of(text.Trim().Normalize()) : Value.Empty;

    private static Value OfObject(JsonElement json) => IsFilled(json) && json.ValueKind is JsonValueKind.Object ? new(ValueKind.Json, Json: json) : Value.Empty;
}
