using System.Net;

namespace PublicAdmin.Tests.Site;

public sealed class AssetsTests(SiteOffice site) : IClassFixture<SiteOffice>
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
}
