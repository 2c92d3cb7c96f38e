using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Site;

/// <summary>The site as it lies in the repository.</summary>
internal static partial class SiteSources
{
    private static readonly string Folder = Path.Combine(Repository.Root, "functions", "Site");

    public static IEnumerable<string> Pages => Names("pages").Select(name => Path.GetFileNameWithoutExtension(name));

    public static IEnumerable<string> Assets => Names("assets");

    /// <summary>What browsers are given: one sheet, the pictures, one script for each page.</summary>
    public static IEnumerable<string> Served =>
        ["all.css", .. Assets.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)), .. Pages.Select(page => $"page-{page}.js"), "worker.js"];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The modules of a page: its own, the frame's, and what these import.</summary>
    public static IReadOnlyCollection<string> ModulesOf(string page)
    {
        var found = new HashSet<string>();
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

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    [GeneratedRegex("""(?:from|import) "\./([\w-]+\.js)";""")]
    private static partial Regex Import();

    [GeneratedRegex("/assets/([0-9a-f]{12})/all.css")]
    private static partial Regex Version();
}
