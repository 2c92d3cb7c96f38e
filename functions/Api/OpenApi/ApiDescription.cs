using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>
/// The OpenAPI 3.1 description of every HTTP function, read off the function itself: route, roles, bodies, parameters, and each
/// refusal with its code. What a function does not say about itself is not in the description, so there is nothing to keep in step.
/// </summary>
public static class ApiDescription
{
    public static JsonObject Of(IReadOnlyList<CataloguedFunction> functions)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Describe([.. functions.Where(function => function.Trigger is HttpTriggerAttribute)])
            .SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return JsonNode.Parse(text.ToString())!.AsObject();
    }

    private static OpenApiDocument Describe(IReadOnlyList<CataloguedFunction> functions)
    {
        var document = new OpenApiDocument
        {
            Info = Info(),
            Servers = [new OpenApiServer { Url = "/" }],
            Tags = functions.Select(OpenApiOperations.Room).Distinct().Order(StringComparer.Ordinal).Select(room => new OpenApiTag { Name = room }).ToHashSet(),
        };
        var schemas = new OpenApiSchemas(functions, document);
        document.Components = new OpenApiComponents
        {
            SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [OpenApiOperations.Token] = Token() },
            Parameters = new Dictionary<string, IOpenApiParameter> { [OpenApiOperations.LanguageParameter] = OpenApiOperations.Language() },
            Examples = OpenApiRefusals.Examples(functions),
            Schemas = schemas.All(),
        };
        document.Paths = Paths(functions, new OpenApiOperations(document, schemas));
        return document;
    }

    private static OpenApiInfo Info() => new()
    {
        Title = "Hồ sơ dịch vụ công Điện Biên / Public administration dossiers of Điện Biên",
        Version = typeof(ApiDescription).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        Description =
            "Refusals are application/problem+json (RFC 9457) with a stable `code`; `detail` is Vietnamese, or English by Accept-Language. "
            + "Answers leave out what is null. `x-roles` names who may call an operation.",
    };

    private static OpenApiSecurityScheme Token() => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "JWT",
        Description = "VNeID for citizens, Microsoft Entra ID for staff and systems. A token says who; rights come from the staff directory.",
    };

    private static OpenApiPaths Paths(IEnumerable<CataloguedFunction> functions, OpenApiOperations operations)
    {
        var paths = new OpenApiPaths();
        foreach (var path in functions.GroupBy(OpenApiOperations.PathOf).OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            paths[path.Key] = new OpenApiPathItem
            {
                Operations = path.SelectMany(function => function.Methods, (function, method) => (function, method))
                    .ToDictionary(one => HttpMethod.Parse(one.method), one => operations.Describe(one.function, one.method)),
            };
        }

        return paths;
    }
}
