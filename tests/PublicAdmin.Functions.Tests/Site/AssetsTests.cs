using System.Net;
using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Site;

public sealed partial class AssetsTests(SiteOffice site) : IClassFixture<SiteOffice>
{
    public static TheoryData<string> Assets => [.. SiteSources.Served];

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task An_asset_is_kept_for_ever_under_the_address_that_stands_in_the_pages(string file)
    {
        var version = SiteSources.VersionIn(await site.ReadAsync("/"));

        using var response = await site.GetAsync($"/assets/{version}/{file}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Contains(response.Content.Headers.ContentType?.MediaType, (string[])["text/css", "text/javascript", "image/svg+xml"]);
    }

    public static TheoryData<string> Scripts => [.. SiteSources.Pages.Select(page => $"page-{page}.js")];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task What_a_module_takes_from_another_that_one_gives(string file)
    {
        var script = await site.ReadAsync($"/assets/000000000000/{file}");

        var given = Giving().Matches(script).ToDictionary(module => module.Groups[1].Value, module => module.Groups[2].Value.Split(", "));
        var taken = Taking().Matches(script)
            .SelectMany(import => import.Groups[1].Value.Split(", ").Select(name => (Module: import.Groups[2].Value, Name: name.Split(':')[0]))).ToList();

        Assert.NotEmpty(taken);
        Assert.All(taken, one => Assert.Contains(one.Name, given[one.Module]));
    }

    [Fact]
    public async Task Under_an_older_address_todays_file_is_given_but_not_kept()
    {
        using var response = await site.GetAsync("/assets/000000000000/all.css");

        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, response.Headers.CacheControl?.NoCache));
    }

    [Theory]
    [InlineData("/assets/000000000000/nothing.js")]
    [InlineData("/assets/000000000000/..%2fframe.html")]
    public async Task Nothing_else_is_given(string address)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [GeneratedRegex(@"^const (\$\w+) = \(\(\) => \{$.*?^return \{ (.*?) \};$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Giving();

    [GeneratedRegex(@"^const \{ (.+?) \} = (\$\w+);$", RegexOptions.Multiline)]
    private static partial Regex Taking();
}
