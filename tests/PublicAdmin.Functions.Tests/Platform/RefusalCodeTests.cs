using System.Text.RegularExpressions;
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

    private static List<int> Places(string sentence) => [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d)(:[^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex("[à-ỹđĐÀ-Ỹ]")]
    private static partial Regex Vietnamese();
}
