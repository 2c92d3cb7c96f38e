using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PublicAdmin.Api.OpenApi;

/// <summary>Turns what the serializer could read into what we promise: no numbers in quotes, no nulls, enums with their meaning.</summary>
internal static class OpenApiSchemaCleaning
{
    public static void Clean(JsonObject schema, Type type, bool strict)
    {
        if (schema["type"] is JsonArray several)
        {
            var kept = several.Select(one => one!.GetValue<string>()).Where(one => one != "null" && !(one == "string" && IsNumber(type))).ToList();
            schema["type"] = kept is [var only] ? only : new JsonArray([.. kept.Select(one => JsonValue.Create(one))]);
        }

        if (IsNumber(type))
        {
            schema.Remove("pattern");
        }

        if (schema.TryGetPropertyValue("default", out var unset) && unset is null)
        {
            schema.Remove("default"); // Absent is absent.
        }

        if (type.IsEnum)
        {
            Name(schema, type);
        }

        if (!strict && schema["additionalProperties"] is JsonValue closed && closed.GetValueKind() is JsonValueKind.False)
        {
            schema.Remove("additionalProperties"); // Answers may grow.
        }
    }

    /// <summary>What may be null is left out of an answer, so nobody can rely on it.</summary>
    public static void DropNullableFromRequired(JsonObject schema, Type type, NullabilityInfoContext nullability)
    {
        if (schema["required"] is not JsonArray required)
        {
            return;
        }

        var optional = type.GetProperties()
            .Where(property => nullability.Create(property).ReadState is NullabilityState.Nullable)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
        var kept = required.Select(name => name!.GetValue<string>()).Where(name => !optional.Contains(name)).ToList();
        schema["required"] = new JsonArray([.. kept.Select(name => JsonValue.Create(name))]);
    }

    private static void Name(JsonObject schema, Type type)
    {
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))]);
        var meanings = Enum.GetNames(type).Select(name => (Name: JsonNamingPolicy.CamelCase.ConvertName(name), Meaning: OpenApiSummaries.Of(type, name)))
            .Where(value => value.Meaning is not null).Select(value => $"{value.Name}: {value.Meaning}").ToList();
        if (meanings.Count > 0)
        {
            schema["description"] = string.Join(" ", meanings);
        }
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;
}
