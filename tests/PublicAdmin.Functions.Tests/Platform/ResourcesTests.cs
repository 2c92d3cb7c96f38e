using System.Text.Json;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Tests.Platform;

/// <summary>The data that travels inside the assembly.</summary>
public sealed class ResourcesTests
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static TheoryData<string> All => [.. Resources.NamesIn("").Where(name => name.EndsWith(".json", StringComparison.Ordinal))];

    /// <summary>A name said twice is a slip: the later would quietly win.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void No_data_says_one_name_twice(string name)
    {
        using var read = JsonDocument.Parse(Resources.Text(name), Strict);

        Assert.NotEqual(JsonValueKind.Undefined, read.RootElement.ValueKind);
    }
}
