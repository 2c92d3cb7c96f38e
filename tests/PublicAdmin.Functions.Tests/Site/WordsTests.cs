using System.Text.Json;
using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Site;

/// <summary>No word is missing, none is left over, and no page holds one of its own.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> Words =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(SiteSources.Read("words.json"))!;

    public static TheoryData<string> Pages => [.. SiteSources.Pages];

    [Fact]
    public void Every_word_stands_in_both_languages_with_the_same_places() => Assert.All(
        Words.Values.SelectMany(group => group), word =>
        {
            Assert.False(string.IsNullOrWhiteSpace(word.Value["vi"]) || string.IsNullOrWhiteSpace(word.Value["en"]), word.Key);
            Assert.Equal(PlacesIn(word.Value["vi"]), PlacesIn(word.Value["en"]));
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_and_its_scripts_ask_for_words_there_are(string page) =>
        Assert.All(AskedBy(page), key => Assert.True(Words[key.Group].ContainsKey(key.Word), $"{page} asks for {key.Group}.{key.Word}"));

    [Fact]
    public void No_word_is_left_over()
    {
        var text = string.Concat(
            SiteSources.Pages.Select(page => SiteSources.Read($"pages/{page}.html")).Append(SiteSources.Read("frame.html"))
                .Append(SiteSources.Read("track-answer.html"))
                .Concat(SiteSources.Assets.Where(file => file.EndsWith(".js", StringComparison.Ordinal)).Select(file => SiteSources.Read($"assets/{file}"))));
        var asked = Key().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        var begun = Begun().Matches(text).Select(match => match.Groups[1].Value).ToList();

        var over = Words.SelectMany(group => group.Value.Keys.Select(word => $"{group.Key}.{word}"))
            .Where(key =>
                !asked.Contains(key) && !key.EndsWith(".title", StringComparison.Ordinal)
                    && !begun.Any(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(over);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_holds_no_script_no_style_and_no_text_of_its_own(string page)
    {
        var html = SiteSources.Read($"pages/{page}.html");

        Assert.DoesNotMatch("<script|<style|style=|\\son\\w+=|https?://", html);
        Assert.DoesNotMatch(@"\p{L}{2,}", Markup().Replace(html, ""));
    }

    private static IEnumerable<(string Group, string Word)> AskedBy(string page) =>
        Key().Matches(SiteSources.Read($"pages/{page}.html") + string.Concat(SiteSources.ModulesOf(page).Select(file => SiteSources.Read($"assets/{file}"))))
            .Select(match => match.Groups[1].Value.Split('.')).Select(parts => (parts[0], parts[1]))
            .Where(key => Words.ContainsKey(key.Item1) && !key.Item2.EndsWith("js", StringComparison.Ordinal) && !IsStart($"{key.Item1}.{key.Item2}"))
            .Distinct();

    // The beginning of words that a code completes.
    private static bool IsStart(string key) =>
        SiteSources.Assets.Where(file => file.EndsWith(".js", StringComparison.Ordinal))
            .Any(file => Begun().Matches(SiteSources.Read($"assets/{file}")).Any(match => match.Groups[1].Value == key));

    private static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(match => match.Value).Order();

    // "home.count" in scripts, {{home.title}} in pages.
    [GeneratedRegex("""(?:"|\{\{)([a-z][a-z-]*\.[a-zA-Z]+)(?:"|\}\})""")]
    private static partial Regex Key();

    // Words picked by a code: named("common.phase", …), say(`dossier.act${…}`).
    [GeneratedRegex("""(?:named\("|`)([a-z-]+\.[a-zA-Z]+?)(?:"|\$\{)""")]
    private static partial Regex Begun();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"<[^>]*>|\{\{[^}]*\}\}|&\w+;")]
    private static partial Regex Markup();
}
