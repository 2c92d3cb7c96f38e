using System.Text.RegularExpressions;
using System.Xml.Linq;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>Packages that only fit together are raised together.</summary>
public sealed partial class DependabotTests
{
    private static readonly string[] Alone = [
        "BouncyCastle.Cryptography", "Fluid.Core", "MailKit", "Spectre.Console", "CsvHelper", "QRCoder", "NCrontab.Signed", "Microsoft.OpenApi",
        "System.Security.Cryptography.Pkcs", "ZstdSharp.Port"];

    private static readonly IReadOnlyList<(string Group, Regex[] Patterns)> Groups =
    [
        .. Group().Matches(File.ReadAllText(Path.Combine(Repository.Root, ".github", "dependabot.yml")))
            .Select(match => (match.Groups[1].Value, Quoted().Matches(match.Groups[2].Value).Select(one => Like(one.Groups[1].Value)).ToArray())),
    ];

    [Fact]
    public void Every_package_belongs_to_one_group_or_stands_alone_on_purpose()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(one => one.Attribute("Include")!.Value).ToList();

        Assert.Equal(5, Groups.Count);
        Assert.All(packages,
            package => Assert.Equal(
                (package, Alone.Contains(package) ? 0 : 1), (package, Groups.Count(group => group.Patterns.Any(like => like.IsMatch(package))))));
    }

    private static Regex Like(string pattern) => new($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    [GeneratedRegex(@"^      (\w+):\n        patterns: \[([^\]]+)\]", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
