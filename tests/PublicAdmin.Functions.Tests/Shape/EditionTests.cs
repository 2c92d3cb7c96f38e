using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>The editions differ in adapters alone. The Azure one is not compiled here, so its registrations are read from its source.</summary>
public sealed class EditionTests
{
    private static readonly string Registrations = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Azure", "AzureServices.cs"));

    [Fact]
    public void Every_port_with_an_embedded_adapter_has_an_Azure_one() => Assert.Empty(
        from port in typeof(ITables).Assembly.GetTypes()
        where port is { IsInterface: true, IsPublic: true } && port.Namespace?.StartsWith("PublicAdmin.Embedded", StringComparison.Ordinal) == false
        where typeof(ITables).Assembly.GetTypes()
            .Any(type => type.IsClass && port.IsAssignableFrom(type) && type.Namespace?.StartsWith("PublicAdmin.Embedded", StringComparison.Ordinal) == true)
        where port != typeof(ITable) && !Registrations.Contains($"AddSingleton<{port.Name}", StringComparison.Ordinal)
        select port.Name);

    [Fact]
    public void No_room_knows_an_edition() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
        let room = Path.GetRelativePath(Path.Combine(Repository.Root, "functions"), file).Split(Path.DirectorySeparatorChar)[0]
        where room is not ("Azure" or "Embedded" or "obj" or "bin")
        let text = File.ReadAllText(file)
        where text.Contains("PublicAdmin.Embedded", StringComparison.Ordinal) || text.Contains("PublicAdmin.Azure", StringComparison.Ordinal)
        select file);
}
