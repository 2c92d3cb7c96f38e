using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Site;

public sealed partial class PagesTests(SiteOffice site) : IClassFixture<SiteOffice>
{
    public static TheoryData<string> Pages => [.. SiteSources.Pages.Where(page => page != "missing")];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_stands_in_both_languages_and_says_which(string page)
    {
        foreach (var language in (string[])["vi", "en"])
        {
            using var response = await site.GetAsync($"/{page}", ("Accept-Language", language));
            var html = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.Equal([language], response.Content.Headers.ContentLanguage);
            Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_home_page_stands_at_the_root()
    {
        Assert.Equal(await site.ReadAsync("/home"), await site.ReadAsync("/"));
        Assert.Contains("Bạn cần làm gì hôm nay?", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_chose_goes_before_what_the_browser_prefers()
    {
        Assert.Contains("<html lang=\"en\">", await site.ReadAsync("/track", ("Cookie", "language=en"), ("Accept-Language", "vi")), StringComparison.Ordinal);
        Assert.Contains(
            "<html lang=\"vi\">", await site.ReadAsync("/track?lang=vi", ("Cookie", "language=en"), ("Accept-Language", "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_lets_nothing_foreign_in_and_stands_in_no_frame()
    {
        using var response = await site.GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so()
    {
        using var first = await site.GetAsync("/");
        using var again = await site.GetAsync("/", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await site.GetAsync("/", ("If-None-Match", first.Headers.ETag.ToString()), ("Accept-Language", "en"));

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(PolicyOf(first), PolicyOf(again));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_comes_packed_with_a_tag_of_its_own(string encoding)
    {
        using var plain = await site.GetAsync("/");
        using var packed = await site.GetAsync("/", ("Accept-Encoding", encoding));

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.InRange(packed.Content.Headers.ContentLength ?? 0, 500, (plain.Content.Headers.ContentLength ?? 0) / 2);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await SiteOffice.UnpackAsync(packed, encoding));
    }

    [Fact]
    public async Task An_address_nobody_knows_says_where_else_to_go()
    {
        using var response = await site.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Không có trang này", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new CacheControlHeaderValue { NoStore = true }, response.Headers.CacheControl);
    }

    [Fact]
    public async Task The_address_in_a_QR_code_opens_the_page_that_judges_it() =>
        Assert.Equal(await site.ReadAsync("/verify"), await site.ReadAsync("/verify/eyJjIjoi.c2ln"));

    [Theory]
    [InlineData("/", 45_000)]
    [InlineData("/procedure", 45_000)]
    [InlineData("/track", 45_000)]
    [InlineData("/filing", 45_000)]
    [InlineData("/filed/H18.88-261122-0001", 45_000)]
    [InlineData("/dossiers", 45_000)]
    [InlineData("/dossier", 45_000)]
    [InlineData("/desk", 90_000)]
    public async Task The_first_view_of_a_page_weighs_little_on_a_slow_line_and_comes_in_four_files(string page, int most)
    {
        var html = await site.ReadAsync(page);
        var files = Loaded().Matches(html).Select(match => match.Groups[1].Value).Prepend(page).ToList();

        var bytes = await Task.WhenAll(files.Select(site.PackedLengthAsync));

        Assert.Equal(4, files.Count);
        Assert.InRange(bytes.Sum(), 1, most);
    }

    [GeneratedRegex("""(?:src|href)="(/assets/[^"]+)"(?! alt)""")]
    private static partial Regex Loaded();

    private static string PolicyOf(HttpResponseMessage page) => string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
}
