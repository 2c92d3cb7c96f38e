using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

/// <summary>
/// Reads the data of a result as strictly as it will be signed: a field that is missing, unknown or unfit is refused by its name, and what looks like data is
/// never taken for the text of a notice.
/// </summary>
public static class ResultContents
{
    private static readonly JsonSerializerOptions Json = new(OfficeJson.Stored)
    {
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
    };

    private static readonly Dictionary<string, Type> Kinds = typeof(ResultContent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>().ToDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType, StringComparer.Ordinal);

    /// <summary>Whether somebody means data, rather than the words of a notice.</summary>
    public static bool IsStructured(string content) => content.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>Its name in stored content.</summary>
    public static string KindOf(ResultContent content) => Kinds.First(kind => kind.Value == content.GetType()).Key;

    /// <summary>Reads what is to be signed, once.</summary>
    /// <param name="content">Data, or the text of a notice.</param>
    /// <param name="field">As the caller names it.</param>
    public static Result<SoundContent> Of(string content, string field)
    {
        if (IsStructured(content))
        {
            return Read(content, field).Then<SoundContent>(data => new SoundContent(data));
        }

        return PrintableText.Objection(field, content) is { } objection ? objection : new SoundContent(null);
    }

    /// <param name="content">See <see cref="IsStructured"/>.</param>
    /// <param name="field">As the caller names it.</param>
    public static Result<ResultContent> Read(string content, string field = "content")
    {
        if (Parse(content) is not { ValueKind: JsonValueKind.Object } data)
        {
            return ResultContentRefusals.NotData.At(field);
        }

        var kind = data.TryGetProperty("kind", out var named) && named.ValueKind is JsonValueKind.String ? named.GetString()! : "";
        if (!Kinds.TryGetValue(kind, out var type))
        {
            return ResultContentRefusals.KindUnknown.At($"{field}.kind", string.Join(", ", Kinds.Keys));
        }

        var faults = ContentFaults.Of(data, Json.GetTypeInfo(type), field).ToList();
        return faults is [var first, ..]
            ? ResultContentRefusals.FieldsUnfit.At(first.Field, string.Join(", ", faults.Select(fault => fault.Field))).Knowing("fields", faults)
            : data.Deserialize<ResultContent>(Json)!;
    }

    private static JsonElement? Parse(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(content, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Data">Null for the words of a notice.</param>
public sealed record SoundContent(ResultContent? Data);
