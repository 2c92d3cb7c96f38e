using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// The numbers of the house, on every source file: a line is at most 160 columns wide, a file at most 150 lines long, a method 30, and nobody is built of
/// more than seven parts. What was longer when the rule began to be held stands in house-numbers.tsv, which may only shrink.
/// </summary>
public class HouseNumbersTests
{
    private const int Columns = 160;
    private const int FileLines = 150;
    private const int MethodLines = 30;
    private const int Parts = 7;

    private static readonly string[] Rooms = ["functions", "tests"];
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    /// <summary>Rule and place, e.g. "file functions/Azure/BlobStorageBlobs.cs", and how much it may be.</summary>
    private static readonly Dictionary<string, int> Longer = File.ReadLines(PathOf("tests/PublicAdmin.Functions.Tests/Shape/house-numbers.tsv"))
        .Select(line => line.Split('\t')).ToDictionary(parts => $"{parts[0]} {parts[1]}", parts => int.Parse(parts[2], CultureInfo.InvariantCulture));

    [Fact]
    public void Nothing_is_wider_or_longer_than_the_house_allows()
    {
        var found = Sources().SelectMany(Measured).GroupBy(one => one.Place).ToDictionary(one => one.Key, one => one.Max(line => line.Size));

        var over = found.Where(one => one.Value > Longer.GetValueOrDefault(one.Key)).Select(one => $"{one.Key}: {one.Value}");
        var under = Longer.Where(one => found.GetValueOrDefault(one.Key) < one.Value)
            .Select(one => $"{one.Key}: less than {one.Value} now, let house-numbers.tsv follow");
        var wrong = over.Concat(under).Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Sources() => Rooms
        .SelectMany(room => Directory.EnumerateFiles(PathOf(room), "*.*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal))
        .Where(path => !path.Split('/').Intersect(Built).Any());

    private static IEnumerable<(string Place, int Size)> Measured(string path)
    {
        var text = File.ReadAllText(PathOf(path));
        var lines = text.Split('\n');
        var widest = lines.Max(line => line.TrimEnd('\r').Length);
        (string, int)[] whole = [($"line {path}", widest > Columns ? widest : 0), ($"file {path}", lines.Length - 1 > FileLines ? lines.Length - 1 : 0)];
        return whole.Concat(path.EndsWith(".cs", StringComparison.Ordinal) ? MeasuredInside(path, text) : []).Where(one => one.Item2 > 0);
    }

    private static IEnumerable<(string Place, int Size)> MeasuredInside(string path, string text)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes())
        {
            if (node is BaseMethodDeclarationSyntax method && LinesOf(method) is > MethodLines and var lines)
            {
                yield return ($"method {path} {NameOf(method)}", lines);
            }

            if (PartsOf(node) is > Parts and var parts)
            {
                yield return ($"parts {path}", parts);
            }
        }
    }

    private static int LinesOf(BaseMethodDeclarationSyntax method) =>
        method.GetLocation().GetLineSpan() is var span ? span.EndLinePosition.Line - span.StartLinePosition.Line + 1 : 0;

    private static string NameOf(BaseMethodDeclarationSyntax method) => method is MethodDeclarationSyntax named ? named.Identifier.Text : "constructor";

    // A record is what it holds; a class is built of others.
    private static int PartsOf(SyntaxNode node) => node switch
    {
        ClassDeclarationSyntax { ParameterList: { } primary } => primary.Parameters.Count,
        ConstructorDeclarationSyntax constructor => constructor.ParameterList.Parameters.Count,
        _ => 0,
    };

    private static string PathOf(string relative) => Path.Combine(Repository.Root, relative);
}
