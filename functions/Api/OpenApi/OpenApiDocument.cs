using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>
/// The OpenAPI 3.1 description of every HTTP function, read off the function itself: route, roles, bodies, parameters, and each
/// refusal with its code. What a function does not say about itself is not in the description, so there is nothing to keep in step.
/// </summary>
public static class OpenApiDocument
{
    public static JsonObject Of(IReadOnlyList<CataloguedFunction> functions)
    {
        var http = functions.Where(function => function.Trigger is HttpTriggerAttribute).ToList();
        var schemas = new OpenApiSchemas(http);
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = Tags(http),
            ["paths"] = Paths(http, schemas),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                        ["description"] =
                            "VNeID for citizens, Microsoft Entra ID for staff and systems. A token says who; rights come from the staff directory.",
                    },
                },
                ["parameters"] = new JsonObject { [OpenApiOperations.LanguageParameter] = OpenApiOperations.Language() },
                ["examples"] = OpenApiRefusals.Examples(http),
                ["schemas"] = schemas.ToJson(),
            },
        };
    }

    private static JsonObject Info() => new()
    {
        ["title"] = "Hồ sơ dịch vụ công Điện Biên / Public administration dossiers of Điện Biên",
        ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        ["description"] =
            "Refusals are application/problem+json (RFC 9457) with a stable `code`; `detail` is Vietnamese, or English by Accept-Language. "
            + "Answers leave out what is null. `x-roles` names who may call an operation.",
    };

    private static JsonArray Tags(IEnumerable<CataloguedFunction> functions) =>
        [.. functions.Select(OpenApiOperations.Room).Distinct().Order(StringComparer.Ordinal).Select(room => new JsonObject { ["name"] = room })];

    private static JsonObject Paths(IEnumerable<CataloguedFunction> functions, OpenApiSchemas schemas)
    {
        var paths = new JsonObject();
        foreach (var path in functions.GroupBy(OpenApiOperations.PathOf).OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            paths[path.Key] = new JsonObject(
                from function in path
                from method in function.Methods
                select KeyValuePair.Create<string, JsonNode?>(method.ToLowerInvariant(), OpenApiOperations.Describe(function, method, schemas)));
        }

        return paths;
    }
}
