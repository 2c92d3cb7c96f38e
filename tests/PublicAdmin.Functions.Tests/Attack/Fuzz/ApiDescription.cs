using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>The operations of the office, as its own description tells of them; nothing about them is known otherwise.</summary>
internal sealed class ApiDescription
{
    private readonly JsonNode _root;

    private ApiDescription(JsonNode root)
    {
        _root = root;
        Operations = [..
            from path in root["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key is "get" or "post" or "put" or "delete" or "patch"
            select Read(path.Key, operation.Key.ToUpperInvariant(), path.Value!["parameters"] as JsonArray, operation.Value!)];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiDescription> ReadAsync(HttpClient http) => new(JsonNode.Parse(await http.GetStringAsync("/api/openapi.json"))!);

    /// <returns>Null for an address that is none of the described.</returns>
    public ApiOperation? Find(string method, string path) => Operations.Where(operation => operation.Method == method && operation.Route.IsMatch(path))
        .MinBy(operation => operation.Path.Count(letter => letter == '{'));

    /// <summary>A schema itself where another names it.</summary>
    public JsonNode? Resolve(JsonNode? node) => node?["$ref"]?.GetValue<string>() is { } reference
        ? Resolve(reference[2..].Split('/').Aggregate((JsonNode?)_root, (at, step) => at?[step])) : node;

    private ApiOperation Read(string path, string method, JsonArray? common, JsonNode operation)
    {
        var parameters = (common ?? []).Concat(operation["parameters"]?.AsArray() ?? []).Select(one => Resolve(one)!)
            .Select(one => ((string)one["in"]!, (string)one["name"]!)).ToList();
        var body = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        return new(
            (string)operation["operationId"]!, method, path,
            new Regex($"^{Regex.Replace(Regex.Escape(path).Replace(@"\{", "{", StringComparison.Ordinal), @"\{[^}]+}", "([^/]+)")}$"),
            [.. (operation["x-roles"] as JsonArray ?? []).Select(role => (string)role!)],
            [.. parameters.Where(one => one.Item1 == "query").Select(one => one.Item2)],
            [.. parameters.Where(one => one.Item1 == "header").Select(one => one.Item2)],
            [.. operation["responses"]!.AsObject().Where(answer => answer.Key[0] is '2' or '3').Select(answer => (HttpStatusCode)int.Parse(answer.Key))],
            body?.Key, body?.Value?["schema"]);
    }
}

/// <summary>One operation of the description.</summary>
/// <param name="Roles">Who may call it: <c>Anyone</c>, <c>Clerk</c> …</param>
/// <param name="Good">What it answers when all is well.</param>
/// <param name="BodyType">Null when it takes none.</param>
internal sealed record ApiOperation(
    string Id, string Method, string Path, Regex Route, IReadOnlyList<string> Roles, IReadOnlyList<string> Queries, IReadOnlyList<string> Headers,
    IReadOnlyList<HttpStatusCode> Good, string? BodyType, JsonNode? Schema)
{
    /// <summary>For programs; the others answer people, in HTML.</summary>
    public bool IsForPrograms => Path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether an answer is the good one: 2xx, or the way on where the description has nothing else (a sign-in).</summary>
    public bool IsGood(HttpStatusCode status) => (int)status is >= 200 and < 300 || (Good.Contains(status) && !Good.Any(good => (int)good < 300));
}
