using System.Runtime.InteropServices;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;

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
        FieldType.Ethnicity => json.ValueKind is JsonValueKind.Object ? Part(json, "code"u8, FieldType.Text) : OfText(json),
        FieldType.List or FieldType.MultiChoice => json.ValueKind is JsonValueKind.Array ? new(ValueKind.Json, Json: json) : Value.Empty,
        FieldType.Matrix or FieldType.Group => OfObject(json),
        _ => Composites.IsComposite(type) ? OfObject(json) : OfText(json),
    };

    /// <summary>A part of a composite answer, of a group or of an entry of a list.</summary>
    /// <param name="part">Its name, UTF-8.</param>
    public static Value Part(JsonElement json, ReadOnlySpan<byte> part, FieldType type) =>
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
        JsonValueKind.String => HoldsText(json),
        JsonValueKind.Array => json.GetArrayLength() > 0,
        JsonValueKind.Object => HoldsAny(json),
        _ => true,
    };

    /// <summary>A text as it is kept: without white space around it, in one writing.</summary>
    /// <param name="json">A string.</param>
    public static string Written(JsonElement json) => WrittenText.Composed(json.GetString()!.Trim());

    // A text that begins with a plain letter need not be read to be seen.
    private static bool HoldsText(JsonElement json) =>
        JsonMarshal.GetRawUtf8Value(json) is [_, > (byte)' ' and < 0x7F and not (byte)'\\', _, ..] || !string.IsNullOrWhiteSpace(json.GetString());

    private static bool HoldsAny(JsonElement json)
    {
        foreach (var part in json.EnumerateObject())
        {
            if (IsFilled(part.Value))
            {
                return true;
            }
        }

        return false;
    }

    public static string? TextOf(JsonElement json) => json.ValueKind is JsonValueKind.String ? json.GetString() : null;

    private static Value OfText(JsonElement json) =>
        json.ValueKind is JsonValueKind.String && Written(json) is { Length: > 0 } text ? Value.Of(text) : Value.Empty;

    private static Value OfObject(JsonElement json) => IsFilled(json) && json.ValueKind is JsonValueKind.Object ? new(ValueKind.Json, Json: json) : Value.Empty;
}
