using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>One HTTP function as an OpenAPI operation.</summary>
internal sealed partial class OpenApiOperations(OpenApiDocument document, OpenApiSchemas schemas)
{
    public const string LanguageParameter = "AcceptLanguage";
    public const string Token = "token";

    public static string Room(CataloguedFunction function) => function.Class.Namespace!.Split('.')[^1];

    /// <summary>The path without what only routing needs: constraints, optional and catch-all marks.</summary>
    public static string PathOf(CataloguedFunction function) => $"/{RouteValue().Replace(function.Route, "{$1}")}";

    public OpenApiOperation Describe(CataloguedFunction function, string method)
    {
        var roles = function.Method.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? [];
        return new()
        {
            // A function that answers two methods is two operations, and ids are unique.
            OperationId = function.Methods.Count > 1 ? $"{function.Name}_{method.ToLowerInvariant()}" : function.Name,
            Tags = new HashSet<OpenApiTagReference> { new(Room(function), document) },
            Summary = Summary(function),
            Extensions = Extension("x-roles", roles.Select(role => role.ToString())),
            Security = roles.Contains(Role.Anyone) ? [] : [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }],
            Parameters = Parameters(function),
            RequestBody = function.Method.GetCustomAttribute<AcceptsAttribute>() is { } accepts ? Body(accepts) : null,
            Responses = Responses(function),
        };
    }

    public static OpenApiParameter Language() => new()
    {
        Name = "Accept-Language",
        In = ParameterLocation.Header,
        Description = "vi (default) or en: the language of refusals and letters.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = "vi" },
    };

    public static Dictionary<string, IOpenApiExtension> Extension(string name, IEnumerable<string> values) =>
        new() { [name] = new JsonNodeExtension(new JsonArray([.. values.Select(value => JsonValue.Create(value))])) };

    // "GET /api/offices: every office…" → "Every office…": method and path stand beside it already.
    private static string Summary(CataloguedFunction function)
    {
        var text = OpenApiSummaries.Of(function.Class) ?? function.Name;
        var told = text[(text.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..];
        return char.ToUpperInvariant(told[0]) + told[1..];
    }

    private IList<IOpenApiParameter> Parameters(CataloguedFunction function)
    {
        var inPath = RouteValue().Matches(function.Route).Select(match => match.Groups[1].Value)
            .Select(name => Parameter(name, ParameterLocation.Path, OpenApiSummaries.Of(function.Method, name), required: true));
        var read = function.Method.GetCustomAttributes<ReadsAttribute>()
            .Select(reads => Parameter(reads.Name, reads.Header ? ParameterLocation.Header : ParameterLocation.Query, reads.Meaning, reads.Required));
        return [.. inPath, .. read, .. Guards(function), new OpenApiParameterReference(LanguageParameter, document)];
    }

    private static OpenApiParameter[] Guards(CataloguedFunction function) => function.Method.GetCustomAttribute<GuardedAttribute>() is null ? [] :
    [
        Parameter(
            "If-Match", ParameterLocation.Header, "The ETag that was read: whoever has seen less than the present version is told what changed.",
            required: false),
        Parameter(
            "Idempotency-Key", ParameterLocation.Header, "8 to 64 characters chosen by the client: sent again, they do nothing a second time.",
            required: false),
    ];

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string? meaning, bool required) => new()
    {
        Name = name,
        In = place,
        Required = required,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private OpenApiRequestBody Body(AcceptsAttribute accepts) => new()
    {
        Required = true,
        Description = string.Create(CultureInfo.InvariantCulture, $"At most {accepts.MaxBytes} bytes."),
        Content = new Dictionary<string, IOpenApiMediaType> { [accepts.ContentType] = Media(accepts.Body, accepts.ContentType) },
    };

    private OpenApiResponses Responses(CataloguedFunction function)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in function.Method.GetCustomAttributes<AnswersAttribute>().GroupBy(answer => answer.Status).OrderBy(status => status.Key))
        {
            responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = Answer([.. answers]);
        }

        foreach (var refusals in OpenApiRefusals.Of(function).GroupBy(refusal => HttpAnswers.StatusOf(refusal.Kind)).OrderBy(status => status.Key))
        {
            responses[refusals.Key.ToString(CultureInfo.InvariantCulture)] = OpenApiRefusals.Answer(refusals.Key, [.. refusals], document);
        }

        return responses;
    }

    private OpenApiResponse Answer(IReadOnlyList<AnswersAttribute> answers) => new()
    {
        Description = Meaning(answers[0].Status),
        Content = answers.Where(answer => answer.Body is not null || answer.ContentType != "application/json").DistinctBy(answer => answer.ContentType)
            .ToDictionary(answer => answer.ContentType, IOpenApiMediaType (answer) => Media(answer.Body, answer.ContentType)),
    };

    private OpenApiMediaType Media(Type? body, string contentType) => new()
    {
        Schema = body is null || !contentType.Contains("json", StringComparison.Ordinal)
            ? new OpenApiSchema { Type = JsonSchemaType.String, ContentMediaType = contentType }
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
