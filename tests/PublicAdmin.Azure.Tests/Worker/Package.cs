using System.Text.Json.Nodes;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// The app as it is deployed: what <c>dotnet publish</c> made where <c>TEST_PACKAGE</c> names it (as <c>.ci/run</c> does), else what was built.
/// </summary>
internal static class Package
{
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory);

    public static bool IsPublished => Environment.GetEnvironmentVariable("TEST_PACKAGE") is { Length: > 0 };

    public static string Folder { get; } = Environment.GetEnvironmentVariable("TEST_PACKAGE") is { Length: > 0 } published
        ? published
        : Path.Combine(Repository.Root, "functions", "bin", "Azure", Here.Parent!.Name, Here.Name);

    public static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;
}
