using System.Text.Json;

namespace PublicAdmin.Platform.Reference;

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
        [.. NamesIn(prefix).Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Select(Json<T>)];

    /// <summary>The names of all that begin so, in their order.</summary>
    public static IReadOnlyList<string> NamesIn(string prefix) =>
        [.. typeof(Resources).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"PublicAdmin.{prefix}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => name["PublicAdmin.".Length..])];

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

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
