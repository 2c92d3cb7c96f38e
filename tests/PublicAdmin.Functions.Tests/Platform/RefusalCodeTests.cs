using System.Text.RegularExpressions;
using PublicAdmin.Api.OpenApi;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Platform;

public sealed partial class RefusalCodeTests
{
    private static readonly IReadOnlyList<RefusalCode> All = [.. OpenApiRefusals.All];

    public static TheoryData<string> Codes => [.. All.Select(refusal => refusal.Code)];

    [Fact]
    public void No_two_refusals_share_a_code() => Assert.Empty(All.GroupBy(refusal => refusal.Code).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_refusal_speaks_both_languages_with_the_same_places(string code)
    {
        var refusal = All.First(one => one.Code == code);

        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", refusal.Code);
        Assert.Matches(@"[.}]$", refusal.Vi);
        Assert.Matches(@"[.}]$", refusal.En);
        Assert.True(Vietnamese().IsMatch(refusal.Vi), "Vietnamese has its diacritics.");
        Assert.False(Vietnamese().IsMatch(refusal.En), "English has none.");
        Assert.Equal(Places(refusal.Vi), Places(refusal.En));
        Assert.Equal(Enumerable.Range(0, Places(refusal.Vi).Count), Places(refusal.Vi));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_refusal_is_said_in_one_language_with_everything_it_names(string code)
    {
        var refusal = All.First(one => one.Code == code);
        var named = new Text("«tờ khai»", "'the form'");

        var said = refusal.With(
            [.. Places(refusal.Vi)
                .Select(place =>
                    refusal.Vi.Contains($"{{{place}:", StringComparison.Ordinal)
                        ? (object)DateTimeOffset.UnixEpoch : place % 2 == 0 ? named : new List<Text> { named, named })]);

        Assert.Empty(EnglishWords().Matches(Quoted().Replace(said.In(Language.Vi), "")).Select(word => word.Value));
        Assert.False(Vietnamese().IsMatch(said.In(Language.En)), "Nothing Vietnamese is left in the English sentence.");
    }

    private static List<int> Places(string sentence) => [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d)(:[^}]*)?\}")]
    private static partial Regex Place();

    // What a sentence quotes is a name of the interface: a field, a header, an address.
    [GeneratedRegex(@"«[^»]*»|GET /\S+")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(the|is|are|of|and|or|not|must|may|for|with|by|from|office|name|reason|role|clerk|officer|leader|system|missing|invalid|paper|one|next|first|file|page|state)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();

    [GeneratedRegex("[à-ỹđĐÀ-Ỹ]")]
    private static partial Regex Vietnamese();
}
