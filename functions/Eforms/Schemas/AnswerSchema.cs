using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Schemas;

/// <summary>
/// The JSON Schema 2020-12 of a form's answers, made from its definition, so that any portal and any tool can hold answers against it. It says what the
/// answers look like as they are kept: no empty text, nothing hidden. Rules that compare fields or look at today are not in it.
/// </summary>
internal static class AnswerSchema
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    public static JsonElement Of(CompiledForm form, FormCase? formCase)
    {
        var properties = new JsonObject();
        var (required, conditional) = (new JsonArray(), new JsonArray());
        foreach (var section in form.Definition.Sections)
        {
            foreach (var field in section.Fields)
            {
                properties[field.Key] = formCase?.Answers?.GetValueOrDefault(field.Key) is { ValueKind: not JsonValueKind.Undefined } fixedBy
                    ? new JsonObject { ["const"] = JsonNode.Parse(fixedBy.GetRawText()) }
                    : FieldSchema.Of(form.Fields[PlaceOf(form, field)]);
                Require(section, field, required, conditional, form);
            }
        }

        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = $"urn:publicadmin:form:{form.Definition.Id}:{form.Definition.Version}",
            ["title"] = form.Definition.Name.Vi,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
        if (conditional.Count > 0)
        {
            schema["allOf"] = conditional;
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    private static int PlaceOf(CompiledForm form, FormField field) => form.Table.TryGet(field.Key, out var place, out _) ? place : 0;

    private static void Require(FormSection section, FormField field, JsonArray required, JsonArray conditional, CompiledForm form)
    {
        if (field.Computed is not null || !(field.Required || field.RequiredIf is not null))
        {
            return;
        }

        JsonElement[] conditions = [.. new[] { section.ShowIf, field.ShowIf, field.Required ? null : field.RequiredIf }.OfType<JsonElement>()];
        if (conditions.Length is 0)
        {
            required.Add(field.Key);
            return;
        }

        JsonObject?[] when = [.. conditions.Select(condition => ConditionSchema.WhenTrue(condition, form.Table))];
        if (!when.Contains(null))
        {
            conditional.Add(new JsonObject
            {
                ["if"] = when.Length is 1 ? when[0] : new JsonObject { ["allOf"] = new JsonArray([.. when]) },
                ["then"] = new JsonObject { ["required"] = new JsonArray(field.Key) },
            });
        }
    }
}
