using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicAdmin.Platform;

/// <summary>How everything is written as JSON: camelCase, enum names, no nulls, Vietnamese letters as themselves.</summary>
public static class OfficeJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Answers are never embedded in HTML, so letters need no escaping and a page of Vietnamese costs half the bytes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>For stored rows and messages: as <see cref="Options"/>, but what a newer version wrote and this one does not know is skipped.</summary>
    public static JsonSerializerOptions Stored { get; } = new(Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = false,
        RespectRequiredConstructorParameters = false,
    };
}
