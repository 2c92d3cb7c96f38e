using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

public sealed partial class LanguageTests
{
    [Fact]
    public void No_refusal_is_handed_half_a_text()
    {
        var halves = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Refusing().Matches(File.ReadAllText(path)).Where(made => Half().IsMatch(made.Value))
                .Select(made => $"{Path.GetFileName(path)}: {made.Value}"));

        Assert.Empty(halves);
    }

    [GeneratedRegex(@"Refusals\.\w+\.(With|At)\(([^()]|\([^()]*\))*\)")]
    private static partial Regex Refusing();

    // Arguments come as whole texts; the caller's language picks the half.
    [GeneratedRegex(@"\.(Vi|En)\b")]
    private static partial Regex Half();
}
