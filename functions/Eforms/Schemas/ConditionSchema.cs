using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Schemas;

/// <summary>
/// Conditions as schemas of the whole answers, as far as a schema can say them; null for one that reckons with days, looks something up or compares fields.
/// </summary>
internal static class ConditionSchema
{
    /// <summary>Holds exactly for answers for which the condition is certainly true.</summary>
    public static JsonObject? WhenTrue(JsonElement condition, FieldTable fields) => Of(condition, fields, wanted: true);

    private static JsonObject? Of(JsonElement condition, FieldTable fields, bool wanted)
    {
        if (RuleReader.Only(condition) is not { } node)
        {
            return null;
        }

        return node.Name switch
        {
            "not" => Of(node.Value, fields, !wanted),
            "all" => Many(node.Value, fields, wanted, wanted ? "allOf" : "anyOf"),
            "any" => Many(node.Value, fields, wanted, wanted ? "anyOf" : "allOf"),
            "filled" => KeyOf(node.Value, fields) is { } key ? Filled(key, wanted) : null,
            "eq" => Compared(node.Value, fields, wanted, "const"),
            "ne" => Compared(node.Value, fields, !wanted, "const"),
            "in" => Compared(node.Value, fields, wanted, "enum"),
            "contains" => Compared(node.Value, fields, wanted, "contains"),
            _ => null,
        };
    }

    private static JsonObject? Many(JsonElement parts, FieldTable fields, bool wanted, string join)
    {
        JsonObject?[] all = [.. parts.EnumerateArray().Select(part => Of(part, fields, wanted))];
        return all.Contains(null) ? null : new JsonObject { [join] = new JsonArray([.. all]) };
    }

    private static JsonObject Filled(string key, bool wanted)
    {
        var there = new JsonObject { ["required"] = new JsonArray(key) };
        return wanted ? there : new JsonObject { ["not"] = there };
    }

    // An answer that is not there is neither equal nor different: both want it to be there.
    private static JsonObject? Compared(JsonElement pair, FieldTable fields, bool wanted, string how)
    {
        if (KeyOf(pair[0], fields) is not { } key || pair[1].ValueKind is JsonValueKind.Object)
        {
            return null;
        }

        var value = JsonNode.Parse(pair[1].GetRawText());
        var said = how is "contains" ? new JsonObject { ["contains"] = new JsonObject { ["const"] = value } } : new JsonObject { [how] = value };
        return new JsonObject
        {
            ["properties"] = new JsonObject { [key] = wanted ? said : new JsonObject { ["not"] = said } },
            ["required"] = new JsonArray(key),
        };
    }

    // Composite values and dates compare otherwise than a schema does.
    private static string? KeyOf(JsonElement expression, FieldTable fields) =>
        RuleReader.Only(expression) is { Name: "field" } node && fields.TryGet(node.Value.GetString()!, out _, out var field)
        && !field.IsDate && field.Type is not FieldType.Ethnicity
            ? field.Key
            : null;
}
