using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>Every test that the threat model names exists: a promise without its test is found here.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string[] Lines = [.. File.ReadLines(Path.Combine(Repository.Root, ".github", "docs", "threat-model.md"))];

    [Fact]
    public void Every_threat_names_a_test_that_exists()
    {
        var threats = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.TrimEnd('|', ' ').Split('|')[^1]).ToList();
        var named = threats.SelectMany(threat => Name().Matches(threat).Select(match => match.Groups[1].Value)).ToList();

        Assert.True(threats.Count > 10, "The table of threats is not where it was.");
        Assert.All(threats, threat => Assert.Matches("`[A-Z]", threat));
        Assert.All(named, name => Assert.True(Exists(name), $"There is no test {name}."));
    }

    // A class, or a whole room of tests.
    private static bool Exists(string name)
    {
        var path = Path.Combine(name.Split('.'));
        return new[] { "PublicAdmin.Functions.Tests", "PublicAdmin.Site.Tests", "PublicAdmin.Azure.Tests" }
            .Select(project => Path.Combine(Repository.Root, "tests", project, path)).Any(at => File.Exists($"{at}.cs") || Directory.Exists(at));
    }

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Name();
}
