using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Site;

/// <summary>Every word of the site, in both languages: <c>words.json</c>, in groups named like the pages, and <c>common</c>.</summary>
public sealed partial class SiteWords
{
    /// <summary>The group every page's scripts may use.</summary>
    private const string Common = "common";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    // Escapes what could end a script element, and nothing a Vietnamese needs.
    private static readonly JsonSerializerOptions Embedded = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, Dictionary<string, Text>> _groups = Resources.Json<Dictionary<string, Dictionary<string, Text>>>("Site.words.json");

    /// <summary>Puts words in place of <c>{{group.word}}</c>. An unknown one is a fault of the page and stops it.</summary>
    public string Fill(string template, Language language) =>
        Place().Replace(template, match => Html.Encode(Find(match.Groups[1].Value, match.Groups[2].Value).In(language)));

    /// <summary>What a page's scripts say, as JSON: <c>{"group.word": "…"}</c>.</summary>
    public string ForScripts(string page, Language language) => JsonSerializer.Serialize(
        new[] { Common, page }.SelectMany(GroupOf).ToDictionary(word => word.Key, word => word.Value.In(language)), Embedded);

    private IEnumerable<KeyValuePair<string, Text>> GroupOf(string group) =>
        _groups.GetValueOrDefault(group, []).Select(word => KeyValuePair.Create($"{group}.{word.Key}", word.Value));

    private Text Find(string group, string word) =>
        _groups.GetValueOrDefault(group)?.GetValueOrDefault(word) ?? throw new InvalidDataException($"words.json has no {group}.{word}.");

    [GeneratedRegex(@"\{\{([a-zA-Z-]+)\.([a-zA-Z]+)\}\}")]
    private static partial Regex Place();
}
