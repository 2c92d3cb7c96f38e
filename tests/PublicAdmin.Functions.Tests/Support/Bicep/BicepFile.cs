using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Support.Bicep;

/// <summary>
/// One file of infra/, read far enough to compare it with the code and with its neighbours. It is no compiler: property names of Azure's
/// resources are checked by <c>az bicep build</c> in the workflow.
/// </summary>
public sealed partial class BicepFile
{
    private static readonly HashSet<string> Grammar =
        ["param", "var", "resource", "module", "output", "targetScope", "existing", "if", "for", "in", "true", "false", "null", "string", "int", "bool", "object", "array", "metadata"];

    private readonly IReadOnlyList<BicepToken> _tokens;

    private BicepFile(string path)
    {
        (Path, Source) = (path, File.ReadAllText(path));
        _tokens = BicepTokens.Of(Source);
        Declarations = [.. FindDeclarations()];
    }

    public string Path { get; }

    public string Source { get; }

    public IReadOnlyList<BicepDeclaration> Declarations { get; }

    public static BicepFile Open(string relative) => new(System.IO.Path.Combine(Repository.Root, "infra", relative));

    public static IEnumerable<BicepFile> All() =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "infra"), "*.bicep", SearchOption.AllDirectories).Order().Select(path => new BicepFile(path));

    public IEnumerable<BicepDeclaration> Of(string kind) => Declarations.Where(declaration => declaration.Kind == kind);

    /// <summary>The value of a variable: lists, objects as dictionaries, texts, numbers, booleans.</summary>
    public object? Value(string variable) => new BicepValues(_tokens, Declarations.Single(d => d.Kind == "var" && d.Name == variable).Body).Read();

    public IReadOnlyList<string> Texts(string variable) => [.. ((List<object?>)Value(variable)!).Cast<string>()];

    public IReadOnlyList<Dictionary<string, object?>> Objects(string variable) => [.. ((List<object?>)Value(variable)!).Cast<Dictionary<string, object?>>()];

    /// <summary>The names in the object that follows a word and a colon, such as <c>params:</c>, inside one declaration.</summary>
    public IReadOnlyList<string> Names(BicepDeclaration declaration, string property)
    {
        var start = Enumerable.Range(declaration.Body, _tokens.Count - declaration.Body).First(i => _tokens[i].Text == property && _tokens[i + 1].Is(":"));
        var open = Enumerable.Range(start, _tokens.Count - start).First(i => _tokens[i].Is("{"));
        return [.. BicepValues.Keys(_tokens, open)];
    }

    /// <summary>Words that name nothing declared here: a slip of the pen.</summary>
    public IEnumerable<string> Unknown()
    {
        var known = Declarations.Select(declaration => declaration.Name).Concat(LoopNames().Matches(Source).SelectMany(match => match.Groups.Values.Skip(1)).Select(group => group.Value)).ToHashSet();
        return Words(_tokens).Where(word => !known.Contains(word.Text) && !Grammar.Contains(word.Text)).Select(word => $"{System.IO.Path.GetFileName(Path)}:{word.Line} {word.Text}");
    }

    /// <summary>Names an object gives twice.</summary>
    public IEnumerable<string> Repeated() =>
        from open in Enumerable.Range(1, _tokens.Count - 1)
        where _tokens[open].Is("{")
        from name in BicepValues.Keys(_tokens, open).GroupBy(name => name)
        where name.Count() > 1
        select $"{System.IO.Path.GetFileName(Path)}:{_tokens[open].Line} {name.Key}";

    public bool Uses(string name) => Words(_tokens).Count(word => word.Text == name) > 1;

    private static IEnumerable<BicepToken> Words(IReadOnlyList<BicepToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var word in Words(tokens[i].Inner))
            {
                yield return word;
            }

            var after = i + 1 < tokens.Count ? tokens[i + 1] : null;
            var isMember = i > 0 && (tokens[i - 1].Is(".") || tokens[i - 1].Is("@") || tokens[i - 1].Is("::"));
            var isKey = after?.Is(":") == true && !(i > 0 && tokens[i - 1].Text == "in");
            if (tokens[i].Kind is BicepTokenKind.Word && !isMember && !isKey && after?.Is("(") != true)
            {
                yield return tokens[i];
            }
        }
    }

    private IEnumerable<BicepDeclaration> FindDeclarations()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            var startsLine = i == 0 || _tokens[i - 1].Kind is BicepTokenKind.NewLine;
            if (startsLine && _tokens[i].Text is "param" or "var" or "resource" or "module" or "output" && _tokens[i + 1].Kind is BicepTokenKind.Word)
            {
                var end = Enumerable.Range(i, _tokens.Count - i).FirstOrDefault(j => _tokens[j].Kind is BicepTokenKind.NewLine, _tokens.Count);
                var equals = Enumerable.Range(i, end - i).FirstOrDefault(j => _tokens[j].Is("="), -1);
                yield return new(_tokens[i].Text, _tokens[i + 1].Text, _tokens[i + 2].Text, HasValue: equals > 0, Body: equals + 1);
            }
        }
    }

    [GeneratedRegex(@"\bfor \(?(\w+)(?:, (\w+)\))? in|(\w+) =>")]
    private static partial Regex LoopNames();
}

/// <param name="Type">The type of a parameter or output; the type and version of a resource; the path of a module.</param>
/// <param name="HasValue">A parameter with a default; always true of the others.</param>
/// <param name="Body">The token behind the equals sign.</param>
public sealed record BicepDeclaration(string Kind, string Name, string Type, bool HasValue, int Body);
