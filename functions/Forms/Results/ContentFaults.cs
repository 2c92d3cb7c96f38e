using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

/// <summary>What is wrong with one field of a result's data.</summary>
/// <param name="Field">Such as <c>content.father.fullName</c>.</param>
public sealed record ContentFault(string Field, Text Problem);

/// <summary>Looks through the data of a result field by field, by the shape its kind has.</summary>
internal static class ContentFaults
{
    private const int LongestLine = 6_000; // A form asks for 5,000 letters at most; the entries of a list are lines of their own.
    private static readonly Text Missing = new("thiếu", "missing");
    private static readonly Text Unknown = new("không có trong mẫu kết quả này", "not part of this kind of result");
    private static readonly Text TooLong = new($"dài quá {LongestLine} ký tự", $"longer than {LongestLine} characters");

    public static IEnumerable<ContentFault> Of(JsonElement data, JsonTypeInfo shape, string path)
    {
        foreach (var given in data.EnumerateObject().Where(given => given.Name != "kind" && shape.Properties.All(known => known.Name != given.Name)))
        {
            yield return new($"{path}.{given.Name}", Unknown);
        }

        foreach (var known in shape.Properties.Where(known => known.AssociatedParameter is not null))
        {
            foreach (var fault in Of(data, known, shape.Options, $"{path}.{known.Name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<ContentFault> Of(JsonElement data, JsonPropertyInfo known, JsonSerializerOptions json, string path)
    {
        var parameter = known.AssociatedParameter!;
        if (!data.TryGetProperty(known.Name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return parameter.IsNullable || parameter.HasDefaultValue ? [] : [new(path, Missing)];
        }

        return OfValue(value, json.GetTypeInfo(known.PropertyType), path);
    }

    private static IEnumerable<ContentFault> OfValue(JsonElement value, JsonTypeInfo shape, string path) => (shape.Kind, value.ValueKind) switch
    {
        (JsonTypeInfoKind.Object, JsonValueKind.Object) => Of(value, shape, path),
        (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => value.EnumerateArray()
            .SelectMany((one, n) => OfValue(one, shape.Options.GetTypeInfo(shape.ElementType!), $"{path}[{n}]")),
        (_, JsonValueKind.String) when shape.Type == typeof(string) => OfText(value.GetString()!, path),
        _ => Fits(value, shape) ? [] : [new(path, Shape(shape.Type))],
    };

    private static IEnumerable<ContentFault> OfText(string text, string path) =>
        string.IsNullOrWhiteSpace(text) ? [new(path, Missing)]
        : text.Split('\n').Any(line => line.Length > LongestLine) ? [new(path, TooLong)]
        : PrintableText.Unprintable(text) is { Count: > 0 } letters
            ? [new(path, new($"có ký tự không in được: {string.Join(", ", letters)}", $"letters that cannot be printed: {string.Join(", ", letters)}"))]
        : [];

    private static bool Fits(JsonElement value, JsonTypeInfo shape)
    {
        try
        {
            return value.Deserialize(shape) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Text Shape(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var date when date == typeof(DateOnly) => new("phải là ngày dạng yyyy-MM-dd", "must be a date, yyyy-MM-dd"),
        var number when number == typeof(int) => new("phải là số nguyên", "must be a whole number"),
        var text when text == typeof(string) => new("phải là chữ", "must be text"),
        _ => new("không đúng dạng", "has the wrong shape"),
    };
}
