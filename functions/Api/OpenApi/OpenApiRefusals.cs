using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.OpenApi;

/// <summary>Which refusals an HTTP function can answer: those it names, those of reading a body and those of the Gate.</summary>
public static partial class OpenApiRefusals
{
    /// <summary>Every refusal of a <c>…Refusals</c> class.</summary>
    public static IEnumerable<RefusalCode> In(Type refusals) => Fields(refusals).Select(field => (RefusalCode)field.GetValue(null)!);

    /// <summary>Every refusal there is.</summary>
    public static IEnumerable<RefusalCode> All => typeof(OpenApiRefusals).Assembly.GetTypes().SelectMany(In);

    /// <exception cref="InvalidOperationException">The function names a refusal that does not exist.</exception>
    public static IReadOnlyList<RefusalCode> Of(CataloguedFunction function)
    {
        var named = function.Method.GetCustomAttributes<RefusesAttribute>().SelectMany(refuses => refuses.Only.Count is 0
            ? In(refuses.Refusals)
            : refuses.Only.Select(name => Named(refuses.Refusals, name))).ToList();
        return [.. named.Concat(OfOnceThere(function, named)).Concat(OfReading(function)).Concat(OfTheGate(function)).DistinctBy(refusal => refusal.Code)];
    }

    internal static OpenApiResponse Answer(int status, IReadOnlyList<RefusalCode> refusals, OpenApiDocument document) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Refused",
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType
            {
                // The bare reference, for generators: one error class with the code in it. Which codes stand beside it.
                Schema = new OpenApiSchemaReference(OpenApiSchemas.Problem, document),
                Extensions = OpenApiOperations.Extension("x-codes", refusals.Select(refusal => refusal.Code)),
                Examples = refusals.ToDictionary(refusal => refusal.Code, IOpenApiExample (refusal) => new OpenApiExampleReference(refusal.Code, document)),
            },
        },
    };

    /// <summary>What each refusal looks like, once for all operations.</summary>
    internal static Dictionary<string, IOpenApiExample> Examples(IEnumerable<CataloguedFunction> functions) =>
        functions.SelectMany(Of).DistinctBy(refusal => refusal.Code).OrderBy(refusal => refusal.Code, StringComparer.Ordinal)
            .ToDictionary(refusal => refusal.Code, IOpenApiExample (refusal) => Example(refusal));

    private static OpenApiExample Example(RefusalCode refusal) => new()
    {
        Summary = Place().Replace(refusal.En, "…"),
        Value = new JsonObject
        {
            ["title"] = refusal.Code,
            ["status"] = HttpAnswers.StatusOf(refusal.Kind),
            ["detail"] = Place().Replace(refusal.Vi, "…"),
            ["code"] = refusal.Code,
        },
    };

    private static IEnumerable<RefusalCode> OfOnceThere(CataloguedFunction function, IEnumerable<RefusalCode> named) =>
        function.Method.GetCustomAttribute<AllowedToAttribute>()?.Roles.Any(role => role is not (Role.Anyone or Role.Citizen or Role.System)) is true
            ? named.Select(code => code.OnceThere).OfType<RefusalCode>() : [];

    private static RefusalCode[] OfReading(CataloguedFunction function) => function.Method.GetCustomAttribute<AcceptsAttribute>() switch
    {
        null => [],
        { ContentType: "application/json" } =>
            [HttpRefusals.NotJson, HttpRefusals.BodyMissing, HttpRefusals.BodyUnreadable, HttpRefusals.BodyTooLarge, HttpRefusals.BodyCutShort],
        _ => [HttpRefusals.BodyTooLarge, HttpRefusals.BodyCutShort],
    };

    // Also an open function refuses a token that is no good: whoever sends one wants to be known.
    private static IEnumerable<RefusalCode> OfTheGate(CataloguedFunction function)
    {
        var isOpen = function.Method.GetCustomAttribute<AllowedToAttribute>() is { Roles: var roles } && roles.Contains(Role.Anyone);
        return In(typeof(IdentityRefusals))
            .Where(code => !isOpen || (code != IdentityRefusals.SignInFirst && code != IdentityRefusals.NotYourTask))
            .Append(HttpRefusals.TooManyAttempts);
    }

    private static RefusalCode Named(Type refusals, string name) =>
        Fields(refusals).SingleOrDefault(field => field.Name == name)?.GetValue(null) as RefusalCode
        ?? throw new InvalidOperationException($"{refusals.Name} has no refusal {name}.");

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(RefusalCode));

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();
}
