using System.Text.Json.Nodes;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Schemas;

/// <summary>The schema of one answer.</summary>
internal static class FieldSchema
{
    private const int DefaultMost = 100;

    // No digit and no ASCII sign but apostrophe and hyphen: not every tool's patterns know what a letter is.
    private const string NamePattern = "^[^!-&(-,.-@\\[-`{-~]+$";

    public static JsonObject Of(CompiledField field)
    {
        var schema = Shape(field);
        schema["title"] = field.Field.Label.Vi;
        if (field.Field.Hint is { } hint)
        {
            schema["description"] = hint.Vi;
        }

        if (field.Field.Computed is not null)
        {
            schema["readOnly"] = true;
        }

        return schema;
    }

    private static JsonObject Shape(CompiledField field) => field.Field.Type switch
    {
        FieldType.YesNo => new() { ["type"] = "boolean" },
        FieldType.Integer or FieldType.Money or FieldType.Number or FieldType.Area => Number(field.Field),
        FieldType.Choice => new() { ["enum"] = Codes(field.Codes!) },
        FieldType.MultiChoice => new() { ["type"] = "array", ["uniqueItems"] = true, ["items"] = new JsonObject { ["enum"] = Codes(field.Codes!) } },
        FieldType.Matrix => new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["enum"] = Codes(field.Codes!) },
            ["additionalProperties"] = new JsonObject { ["enum"] = Codes(field.Columns!) },
        },
        FieldType.List => new()
        {
            ["type"] = "array",
            ["minItems"] = field.Field.MinItems ?? 0,
            ["maxItems"] = field.Field.MaxItems ?? DefaultMost,
            ["items"] = Object(field),
        },
        var type when type is FieldType.Group || Composites.IsComposite(type) => Object(field),
        _ => Text(field.Field),
    };

    private static JsonObject Object(CompiledField field)
    {
        var required = field.Parts.Where(part => part.Field is { Required: true, ShowIf: null }).Select(part => part.Field.Key);
        string[] atHome = [.. field.Field.DetailOptional ? ["province", "commune"] : (string[])["province", "commune", "detail"]];
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["properties"] = new JsonObject(field.Parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Field.Key, Of(part)))),
            ["required"] = Codes(field.Field.Type is FieldType.Address ? atHome : required),
            ["additionalProperties"] = false,
        };
        if (field.Field.Type is FieldType.Place or FieldType.Residence)
        {
            schema["if"] = new JsonObject { ["properties"] = new JsonObject { ["country"] = new JsonObject { ["const"] = "VN" } } };
            schema["then"] = new JsonObject { ["required"] = Codes(atHome) };
            schema["else"] = new JsonObject { ["required"] = new JsonArray("detail") };
        }

        return schema;
    }

    private static JsonObject Number(FormField field)
    {
        var whole = field.Type is FieldType.Integer or FieldType.Money;
        var schema = new JsonObject { ["type"] = whole ? "integer" : "number" };
        if (field.Min is { } min || (field.Type is FieldType.Money or FieldType.Area && (min = 0) is 0))
        {
            schema["minimum"] = min;
        }

        if (field.Max is { } max)
        {
            schema["maximum"] = max;
        }

        return schema;
    }

    private static JsonObject Text(FormField field)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = TextShapes.LongestOf(field) };
        if (PatternOf(field) is { } pattern)
        {
            schema["pattern"] = pattern;
        }

        if (field.Type is FieldType.Date)
        {
            schema["format"] = "date";
        }

        return schema;
    }

    private static string? PatternOf(FormField field) => field.Type switch
    {
        FieldType.Date => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        FieldType.PartialDate => "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        FieldType.Time => TextShapes.TimePattern,
        FieldType.Datetime => "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$",
        FieldType.PersonalNumber => TextShapes.PersonalNumberPattern,
        FieldType.Phone => TextShapes.PhonePattern,
        FieldType.Email => TextShapes.EmailPattern,
        FieldType.Nationality => TextShapes.NationalityPattern,
        FieldType.Commune => "^[0-9]{5}$",
        FieldType.Name => NamePattern,
        _ => field.Pattern,
    };

    private static JsonArray Codes(IEnumerable<string> codes) => new([.. codes.Select(code => JsonValue.Create(code))]);
}
