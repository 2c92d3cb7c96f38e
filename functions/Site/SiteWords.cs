using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Site;

/// <summary>
/// Every word of the site, in both languages: <c>words.json</c>, in groups named like the pages, and <c>common</c>; a page carries only those it uses.
/// </summary>
public sealed partial class SiteWords
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    // Escapes what could end a script element, and nothing a Vietnamese needs.
    private static readonly JsonSerializerOptions Embedded = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, Dictionary<string, Text>> _groups = Resources.Json<Dictionary<string, Dictionary<string, Text>>>("Site.words.json");

    /// <summary>Puts words in place of <c>{{group.word}}</c>. An unknown one is a fault of the page and stops it.</summary>
    public string Fill(string template, Language language) =>
        Place().Replace(template, match => Html.Encode(Find(match.Groups[1].Value, match.Groups[2].Value).In(language)));

    /// <summary>All words of a group, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Group(string group, Language language) =>
        _groups[group].ToDictionary(word => word.Key, word => word.Value.In(language), StringComparer.Ordinal);

    /// <summary>What a page's scripts say, as JSON: <c>{"group.word": "…"}</c>; only the words they ask for.</summary>
    public string ForScripts(string script, Language language)
    {
        var asked = Asked().Matches(script).Select(match => match.Groups[1].Value).ToHashSet();
        var begun = Begun().Matches(script).Select(match => match.Groups[1].Value).ToList();
        return JsonSerializer.Serialize(
            _groups.SelectMany(group => group.Value.Select(word => (Key: $"{group.Key}.{word.Key}", word.Value)))
                .Where(word => asked.Contains(word.Key) || begun.Any(start => word.Key.StartsWith(start, StringComparison.Ordinal)))
                .ToDictionary(word => word.Key, word => word.Value.In(language)),
            Embedded);
    }

    private Text Find(string group, string word) =>
        _groups.GetValueOrDefault(group)?.GetValueOrDefault(word) ?? throw new InvalidDataException($"words.json has no {group}.{word}.");

    [GeneratedRegex(@"\{\{([a-zA-Z-]+)\.([a-zA-Z]+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"""([a-z][a-z-]*\.[a-zA-Z]+)""")]
    private static partial Regex Asked();

    // Words picked by a code: named("common.phase", …), say(`dossier.act${…}`).
    [GeneratedRegex("""(?:named\("|`)([a-z-]+\.[a-zA-Z]+?)(?:"|\$\{)""")]
    private static partial Regex Begun();
}
