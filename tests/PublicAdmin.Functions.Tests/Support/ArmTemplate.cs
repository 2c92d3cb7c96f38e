using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace PublicAdmin.Tests.Support;

/// <summary>A file of infra/ as Microsoft's Bicep compiler makes a template of it. The compiler comes as a package with this project.</summary>
public sealed class ArmTemplate
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra");
    private static readonly ConcurrentDictionary<string, Lazy<ArmTemplate>> Compiled = new();
    private readonly JsonElement _root;

    private ArmTemplate(string path)
    {
        Source = File.ReadAllText(path);
        _root = JsonDocument.Parse(Tool.RunAsync(Compiler, "build", path, "--stdout").GetAwaiter().GetResult()).RootElement;
    }

    /// <summary>The compiler's program.</summary>
    public static string Compiler { get; } =
        typeof(ArmTemplate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BicepCompiler").Value!;

    /// <summary>The file before it was compiled.</summary>
    public string Source { get; }

    public IReadOnlyList<string> Outputs => [.. _root.GetProperty("outputs").EnumerateObject().Select(output => output.Name)];

    public IReadOnlyList<string> Parameters => [.. _root.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)];

    /// <summary>Parameters without a default.</summary>
    public IReadOnlyList<string> Asked =>
        [.. _root.GetProperty("parameters").EnumerateObject().Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _))
            .Select(parameter => parameter.Name)];

    /// <summary>Type and version of every resource, those of modules included.</summary>
    public IEnumerable<(string Type, string Version)> Resources => ResourcesIn(_root);

    public static ArmTemplate Open(string relative) => Compiled.GetOrAdd(relative, name => new(() => new ArmTemplate(Path.Combine(Folder, name)))).Value;

    /// <summary>The value of a variable that needs no deployment to be known.</summary>
    public JsonElement Variable(string name) => _root.GetProperty("variables").GetProperty(name);

    public IReadOnlyList<string> Texts(string variable) => [.. Variable(variable).EnumerateArray().Select(item => item.GetString()!)];

    public IReadOnlyList<JsonElement> Objects(string variable) => [.. Variable(variable).EnumerateArray()];

    // With symbolic names resources are an object, else a list.
    private static IEnumerable<(string Type, string Version)> ResourcesIn(JsonElement template)
    {
        if (!template.TryGetProperty("resources", out var resources))
        {
            return [];
        }

        var all = resources.ValueKind is JsonValueKind.Array ? resources.EnumerateArray().ToList() : [.. resources.EnumerateObject().Select(one => one.Value)];
        return all.SelectMany(one => one.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object
            && properties.TryGetProperty("template", out var inner)
            ? ResourcesIn(inner)
            : [(one.GetProperty("type").GetString()!, one.GetProperty("apiVersion").GetString()!)]);
    }
}
