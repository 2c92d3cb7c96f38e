using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>One HTTP function as an OpenAPI operation.</summary>
internal static partial class OpenApiOperations
{
    public const string LanguageParameter = "AcceptLanguage";

    public static string Room(CataloguedFunction function) => function.Class.Namespace!.Split('.')[^1];

    /// <summary>The path without what only routing needs: constraints, optional and catch-all marks.</summary>
    public static string PathOf(CataloguedFunction function) => $"/{RouteValue().Replace(function.Route, "{$1}")}";

    public static JsonObject Describe(CataloguedFunction function, string method, OpenApiSchemas schemas)
    {
        var roles = function.Method.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? [];
        var operation = new JsonObject
        {
            // A function that answers two methods is two operations, and ids are unique.
            ["operationId"] = function.Methods.Count > 1 ? $"{function.Name}_{method.ToLowerInvariant()}" : function.Name,
            ["tags"] = new JsonArray(Room(function)),
            ["summary"] = Summary(function),
            ["x-roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role.ToString()))]),
            ["security"] = roles.Contains(Role.Anyone) ? new JsonArray() : new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["parameters"] = Parameters(function),
        };
        if (function.Method.GetCustomAttribute<AcceptsAttribute>() is { } accepts)
        {
            operation["requestBody"] = Body(accepts, schemas);
        }

        operation["responses"] = Responses(function, schemas);
        return operation;
    }

    public static JsonObject Language() => new()
    {
        ["name"] = "Accept-Language",
        ["in"] = "header",
        ["description"] = "vi (default) or en: the language of refusals and letters.",
        ["schema"] = new JsonObject { ["type"] = "string", ["default"] = "vi" },
    };

    // "GET /api/offices: every office…" → "Every office…": method and path stand beside it already.
    private static string Summary(CataloguedFunction function)
    {
        var text = OpenApiSummaries.Of(function.Class) ?? function.Name;
        var told = text[(text.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..];
        return char.ToUpperInvariant(told[0]) + told[1..];
    }

    private static JsonArray Parameters(CataloguedFunction function)
    {
        var inPath = RouteValue().Matches(function.Route).Select(match => match.Groups[1].Value)
            .Select(name => Parameter(name, "path", OpenApiSummaries.Of(function.Method, name), required: true));
        var read = function.Method.GetCustomAttributes<ReadsAttribute>()
            .Select(reads => Parameter(reads.Name, reads.Header ? "header" : "query", reads.Meaning, reads.Required));
        return [.. inPath, .. read, .. Guards(function), new JsonObject { ["$ref"] = $"#/components/parameters/{LanguageParameter}" }];
    }

    private static JsonObject[] Guards(CataloguedFunction function) => function.Method.GetCustomAttribute<GuardedAttribute>() is null ? [] :
    [
        Parameter("If-Match", "header", "The ETag that was read: whoever has seen less than the present version is told what changed.", required: false),
        Parameter("Idempotency-Key", "header", "8 to 64 characters chosen by the client: sent again, they do nothing a second time.", required: false),
    ];

    private static JsonObject Parameter(string name, string place, string? meaning, bool required)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = required,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        if (meaning is not null)
        {
            parameter["description"] = meaning;
        }

        return parameter;
    }

    private static JsonObject Body(AcceptsAttribute accepts, OpenApiSchemas schemas) => new()
    {
        ["required"] = true,
        ["description"] = string.Create(CultureInfo.InvariantCulture, $"At most {accepts.MaxBytes} bytes."),
        ["content"] = new JsonObject { [accepts.ContentType] = Media(accepts.Body, accepts.ContentType, schemas) },
    };

    private static JsonObject Responses(CataloguedFunction function, OpenApiSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (var answers in function.Method.GetCustomAttributes<AnswersAttribute>().GroupBy(answer => answer.Status).OrderBy(status => status.Key))
        {
            responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = Answer([.. answers], schemas);
        }

        foreach (var refusals in OpenApiRefusals.Of(function).GroupBy(refusal => HttpAnswers.StatusOf(refusal.Kind)).OrderBy(status => status.Key))
        {
            responses[refusals.Key.ToString(CultureInfo.InvariantCulture)] = OpenApiRefusals.Answer(refusals.Key, [.. refusals]);
        }

        return responses;
    }

    private static JsonObject Answer(IReadOnlyList<AnswersAttribute> answers, OpenApiSchemas schemas)
    {
        var response = new JsonObject { ["description"] = Meaning(answers[0].Status) };
        var content = answers.Where(answer => answer.Body is not null || answer.ContentType != "application/json").DistinctBy(answer => answer.ContentType)
            .ToList();
        if (content.Count > 0)
        {
            response["content"] = new JsonObject(content.Select(answer =>
                KeyValuePair.Create<string, JsonNode?>(answer.ContentType, Media(answer.Body, answer.ContentType, schemas))));
        }

        return response;
    }

    private static JsonObject Media(Type? body, string contentType, OpenApiSchemas schemas) => new()
    {
        ["schema"] = body is null || !contentType.Contains("json", StringComparison.Ordinal)
            ? new JsonObject { ["type"] = "string", ["contentMediaType"] = contentType }
            : schemas.For(body),
    };

    private static string Meaning(int status) => status switch
    {
        200 => "Done.",
        201 => "Made.",
        202 => "Taken on; it will be done.",
        204 => "Done; nothing to say.",
        206 => "The part asked for.",
        304 => "What the caller holds is still good.",
        307 => "The file is large: fetch it from the address in Location, within five minutes. Ask for it without a token.",
        _ => "Answered.",
    };

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z0-9_]+)[^}]*\}")]
    private static partial Regex RouteValue();
}
