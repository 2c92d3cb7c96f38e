using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>A function as the worker reports it to its host.</summary>
internal sealed class FunctionOfHost(JsonObject metadata)
{
    private readonly JsonObject _trigger = JsonNode.Parse((string)metadata["rawBindings"]![0]!)!.AsObject();

    public JsonObject Metadata => metadata;

    public string Id => (string)metadata["functionId"]!;

    public string Name => (string)metadata["name"]!;

    public string Trigger => (string)_trigger["type"]!;

    /// <summary>The name of the parameter that is triggered.</summary>
    public string Parameter => (string)_trigger["name"]!;

    public string? Queue => (string?)_trigger["queueName"];

    public bool Sessions => (bool?)_trigger["isSessionsEnabled"] is true;

    public string Route => (string?)_trigger["route"] ?? Name;

    /// <summary>The more a route says, the earlier it is tried.</summary>
    public decimal Precedence => RoutePrecedence.ComputeInbound(TemplateParser.Parse(Route));

    /// <summary>HTTP methods in capitals; empty for other triggers.</summary>
    public IReadOnlyList<string> Methods { get; } = [
        .. (JsonNode.Parse((string)metadata["rawBindings"]![0]!)!["methods"]?.AsArray() ?? []).Select(one => ((string)one!).ToUpperInvariant())];

    public bool Answers(string method) => Methods.Contains(method);

    /// <summary>What stands in the variable parts of a path; null when the route is another.</summary>
    public RouteValueDictionary? Match(string path)
    {
        RouteValueDictionary values = [];
        return new TemplateMatcher(TemplateParser.Parse(Route), []).TryMatch(path, values) ? values : null;
    }
}
