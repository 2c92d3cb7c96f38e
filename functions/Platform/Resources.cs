using System.Text.Json;

namespace PublicAdmin.Platform;

/// <summary>Data that travels inside the assembly: <c>Room.name.json</c>. A missing or broken one stops the start.</summary>
public static class Resources
{
    public static T Json<T>(string name)
        where T : notnull
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, OfficeJson.Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    /// <summary>Every JSON resource whose name begins so, in the order of their names.</summary>
    public static IReadOnlyList<T> JsonIn<T>(string prefix)
        where T : notnull =>
        [.. typeof(Resources).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"PublicAdmin.{prefix}", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Json<T>(name["PublicAdmin.".Length..]))];

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    public static IReadOnlyList<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream($"PublicAdmin.{name}") ?? throw new InvalidDataException($"{name} is not in the assembly.");
}
