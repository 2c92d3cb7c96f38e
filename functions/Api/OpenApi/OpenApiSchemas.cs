using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>
/// JSON schemas of what is sent and answered, by the serializer that reads and writes it. Each type of ours is one named schema;
/// a type that callers send refuses unknown fields, as the serializer does.
/// </summary>
internal sealed class OpenApiSchemas
{
    public const string Problem = "Problem";

    private static readonly NullabilityInfoContext Nullability = new();

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal) { [Problem] = ProblemSchema() };
    private readonly Dictionary<Type, string> _names = [];
    private readonly Queue<Type> _waiting = [];
    private readonly HashSet<Type> _sent = [];
    private readonly OpenApiDocument _document;
    private bool _sending;

    public OpenApiSchemas(IReadOnlyList<CataloguedFunction> functions, OpenApiDocument document)
    {
        _document = document;
        _sending = true; // What is sent comes first, so that a type both sent and answered is described with the stricter of the two.
        Describe(functions.Select(function => function.Method.GetCustomAttribute<AcceptsAttribute>()?.Body));
        _sending = false;
        Describe(functions.SelectMany(function => function.Method.GetCustomAttributes<AnswersAttribute>()).Select(answer => answer.Body));
    }

    /// <summary>The schema of a type, or a reference to it.</summary>
    public IOpenApiSchema For(Type type) => IsNamed(type) ? new OpenApiSchemaReference(Named(type), _document) : Read(Export(type));

    /// <summary>Every named schema, by name.</summary>
    public Dictionary<string, IOpenApiSchema> All() => _schemas.ToDictionary(schema => schema.Key, IOpenApiSchema (schema) => Read(schema.Value));

    // As the serializer wrote it, into the model that writes the description.
    private OpenApiSchema Read(JsonNode schema)
    {
        var read = new OpenApiJsonReader().ReadFragment<OpenApiSchema>(schema, OpenApiSpecVersion.OpenApi3_1, _document, out var found);
        return found.Errors is [var fault, ..] ? throw new InvalidOperationException($"No schema: {fault}") : read!;
    }

    private void Describe(IEnumerable<Type?> types)
    {
        foreach (var type in types.OfType<Type>())
        {
            _ = For(type);
        }

        while (_waiting.TryDequeue(out var type))
        {
            _schemas[_names[type]] = Export(type);
        }
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private string Named(Type type)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            name = _names[type] = _names.ContainsValue(NameOf(type)) ? $"{type.Namespace!.Split('.')[^1]}{NameOf(type)}" : NameOf(type);
            _waiting.Enqueue(type);
            if (_sending)
            {
                _sent.Add(type);
            }
        }

        return name;
    }

    private JsonNode Export(Type type) => OfficeJson.Options.GetJsonSchemaAsNode(type, new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Transform(context, schema, isRoot: context.Path.IsEmpty),
    });

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode schema, bool isRoot)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (!isRoot && IsNamed(type))
        {
            return Described(Reference(Named(type)), context);
        }

        var clean = schema is JsonObject found ? found : new JsonObject();
        if (IsNamed(type) && clean.Count is 0)
        {
            clean["type"] = "string"; // A value with a converter of its own is written as text.
        }

        OpenApiSchemaCleaning.Clean(clean, type, strict: _sent.Contains(type));
        if (context.TypeInfo.Kind is JsonTypeInfoKind.Object)
        {
            OpenApiSchemaCleaning.DropNullableFromRequired(clean, type, Nullability);
        }

        return Described(clean, context);
    }

    private static JsonObject Described(JsonObject schema, JsonSchemaExporterContext context)
    {
        var text = context.PropertyInfo?.AttributeProvider is PropertyInfo property ? OpenApiSummaries.Of(property)
            : context.Path.IsEmpty ? OpenApiSummaries.Of(context.TypeInfo.Type) : null;
        if (text is not null)
        {
            schema["description"] = schema["description"] is { } known ? $"{text} {known}" : text;
        }

        return schema;
    }

    private static bool IsNamed(Type type) => !type.IsArray && type.Assembly == typeof(OpenApiSchemas).Assembly;

    // PageOf<WorkItem> → PageOfWorkItem.
    private static string NameOf(Type type) => type.Name.Split('`')[0] + string.Concat(type.GetGenericArguments().Select(NameOf));

    private static JsonObject ProblemSchema() => JsonNode.Parse("""
        {
          "type": "object",
          "description": "Why the office says no (RFC 9457). Some refusals carry further facts.",
          "required": ["status", "code", "detail"],
          "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "code": { "type": "string", "description": "Stable; for programs." },
            "detail": { "type": "string", "description": "For people, in their language." },
            "field": { "type": "string", "description": "The JSON path at fault." },
            "requestId": { "type": "string" }
          }
        }
        """)!.AsObject();
}
