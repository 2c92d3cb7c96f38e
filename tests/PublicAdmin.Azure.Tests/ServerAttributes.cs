global using FactAttribute = PublicAdmin.Tests.Azure.ServerFactAttribute;
global using TheoryAttribute = PublicAdmin.Tests.Azure.ServerTheoryAttribute;

using System.Runtime.CompilerServices;

namespace PublicAdmin.Tests.Azure;

/// <summary>What <c>[Fact]</c> means in the contracts when they are compiled here: skipped, with the reason, where there is no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : Xunit.FactAttribute
{
    public ServerFactAttribute([CallerFilePath] string contract = "") => Skip = Servers.Missing(contract);
}

/// <summary>The same for <c>[Theory]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : Xunit.TheoryAttribute
{
    public ServerTheoryAttribute([CallerFilePath] string contract = "") => Skip = Servers.Missing(contract);
}

/// <summary>A test of what no emulator does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzureFactAttribute : Xunit.FactAttribute
{
    public AzureFactAttribute() => Skip = Servers.MissingInAzure();
}

/// <summary>A test that needs a package of npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : Xunit.FactAttribute
{
    public NpmFactAttribute(string file) =>
        Skip = PublicAdmin.Tests.Azure.Support.NpmTools.Find(file) is null ? $"Not installed: {file} (npm; .ci/run installs it)." : null;
}
