using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Site;

/// <summary>The site as it lies in the repository.</summary>
internal static partial class SiteSources
{
    private static readonly string Folder = Path.Combine(Repository.Root, "functions", "Site");

    public static IEnumerable<string> Pages => Names("pages").Select(name => Path.GetFileNameWithoutExtension(name));

    public static IEnumerable<string> Assets => Names("assets");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Everything a page loads: style, emblem, its own script and the frame's, and what these import.</summary>
    public static IReadOnlyCollection<string> AssetsOf(string page)
    {
        var found = new HashSet<string> { "site.css", "emblem.svg" };
        var waiting = new Stack<string>(["frame.js", $"{page}.js"]);
        while (waiting.TryPop(out var script))
        {
            if (found.Add(script))
            {
                Import().Matches(Read($"assets/{script}")).Select(match => match.Groups[1].Value).ToList().ForEach(waiting.Push);
            }
        }

        return found;
    }

    public static string VersionIn(string html) => Version().Match(html).Groups[1].Value;

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    [GeneratedRegex("""(?:from|import) "\./([\w-]+\.js)";""")]
    private static partial Regex Import();

    [GeneratedRegex("/assets/([0-9a-f]{12})/site.css")]
    private static partial Regex Version();
}
