using System.Text;
using System.Text.RegularExpressions;

namespace PublicAdmin.Site;

/// <summary>
/// The scripts of a page as one file. On a line of 400 ms every module that imports another costs a turn; so what a page needs is laid one after
/// the other, each module in a scope of its own. There is no build step: the modules stay as they are written.
/// </summary>
internal sealed partial class SiteScripts(Func<string, string> read)
{
    /// <param name="entries">The modules that begin, in their order; what they import comes before them.</param>
    public string Bundle(params IReadOnlyList<string> entries)
    {
        List<string> order = [];
        foreach (var entry in entries)
        {
            Collect(entry, order);
        }

        var text = new StringBuilder("\"use strict\";\n");
        foreach (var module in order)
        {
            text.Append(Wrapped(module, entries.Contains(module)));
        }

        return text.ToString();
    }

    private void Collect(string module, List<string> order)
    {
        if (order.Contains(module))
        {
            return;
        }

        foreach (Match import in Import().Matches(read(module)))
        {
            Collect(import.Groups[2].Value, order);
        }

        order.Add(module);
    }

    // A page's own module may wait while it begins; nobody imports it.
    private string Wrapped(string module, bool isEntry)
    {
        var source = read(module);
        var given = string.Join(", ", Export().Matches(source).Select(match => match.Groups[2].Value));
        var body = Export()
            .Replace(Import()
                .Replace(source,
                    match => $"const {{ {match.Groups[1].Value.Replace(" as ", ": ", StringComparison.Ordinal)} }} = {NameOf(match.Groups[2].Value)};"),
                    "$1 $2");
        body = Comment().Replace(body, "");
        return isEntry
            ? $"(async () => {{\n{body}\n}})();\n"
            : $"const {NameOf(module)} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();\n";
    }

    private static string NameOf(string module) => "$" + module[..^".js".Length].Replace('-', '_');

    [GeneratedRegex("""^import \{ (.+?) \} from "\./([\w-]+\.js)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export ((?:async )?function|class|const|let) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Export();

    // Whole lines only: what stands behind code may be part of a text.
    [GeneratedRegex(@"^\s*(?://.*|/\*\*.*|\*.*)$\n?", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
