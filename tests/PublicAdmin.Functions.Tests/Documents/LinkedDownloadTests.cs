using System.Net;
using System.Net.Http.Headers;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Documents;

/// <summary>Large files leave by a link, past the same Gate and the same log of who looked.</summary>
public class LinkedDownloadTests
{
    private static readonly byte[] Large = [.. SampleScans.Jpeg()[..^2], .. new byte[Downloads.LinkedFrom], 0xFF, 0xD9];

    [Fact]
    public async Task A_large_paper_is_fetched_by_a_link_without_a_token()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileLargeAsync(office);
        using var clerk = Straight(office, "clerk-muong-ang");

        var answer = await clerk.GetAsync($"/api/dossiers/{code}/documents/1");

        Assert.Equal(
            (HttpStatusCode.TemporaryRedirect, true, 0), (answer.StatusCode, answer.Headers.CacheControl?.NoStore, answer.Content.Headers.ContentLength));
        var fetched = await office.Http.GetAsync(answer.Headers.Location);
        Assert.Equal(Large, await fetched.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", fetched.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Giấy chứng sinh, hoặc văn bản người làm chứng.jpg", fetched.Content.Headers.ContentDisposition?.FileNameStar);
        using var mai = office.As("mai");
        Assert.Contains("documents", await (await mai.GetAsync($"/api/dossiers/{code}/accesses")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_follows_goes_on_where_its_line_broke()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileLargeAsync(office);
        using var mai = office.As("mai");
        using var rest = new HttpRequestMessage(
            HttpMethod.Get, $"/api/dossiers/{code}/documents/1")
        { Headers = { Range = new RangeHeaderValue(Large.Length - 10, null) } };

        var sent = await mai.SendAsync(rest);

        Assert.Equal(HttpStatusCode.PartialContent, sent.StatusCode);
        Assert.Equal(Large[^10..], await sent.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Whoever_has_it_already_gets_no_link()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileLargeAsync(office);
        using var mai = Straight(office, "mai");
        var tag = (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1") { Headers = { IfNoneMatch = { tag } } };

        var answer = await mai.SendAsync(again);

        Assert.Equal((HttpStatusCode.NotModified, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task Strangers_get_no_link()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileLargeAsync(office);

        foreach (var persona in (string[])["thanh", "clerk-dien-bien-phu", "portal"])
        {
            using var http = Straight(office, persona);
            Assert.Equal("dossier-not-found", await (await http.GetAsync($"/api/dossiers/{code}/documents/1")).RefusalAsync());
        }
    }

    [Fact]
    public async Task Where_links_are_switched_off_a_large_file_comes_in_the_answer()
    {
        await using var office = await Office.OpenAsync(settings: "--Downloads:Links=false");
        var code = await FileLargeAsync(office);
        using var mai = Straight(office, "mai");

        Assert.Equal(Large, await (await mai.GetAsync($"/api/dossiers/{code}/documents/1")).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await mai.GetAsync($"/api/dossiers/{code}/scans/{BirthPaper}")).StatusCode);
    }

    [Fact]
    public async Task A_large_bound_scan_lies_out_for_a_day()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileLargeAsync(office);
        using var mai = Straight(office, "mai");

        var first = await mai.GetAsync($"/api/dossiers/{code}/scans/{BirthPaper}");
        var second = await mai.GetAsync($"/api/dossiers/{code}/scans/{BirthPaper}");

        Assert.Equal(Path(first.Headers.Location!), Path(second.Headers.Location!));
        var fetched = await office.Http.GetAsync(first.Headers.Location);
        Assert.Equal("%PDF-"u8.ToArray(), (await fetched.Content.ReadAsByteArrayAsync())[..5]);
        Assert.Equal(
            ("application/pdf", "Giấy chứng sinh, hoặc văn bản người làm chứng.pdf"),
            (fetched.Content.Headers.ContentType?.MediaType, fetched.Content.Headers.ContentDisposition?.FileNameStar));
        office.Clock.Advance(TimeSpan.FromDays(1.5));
        await office.RunTimerAsync(nameof(SweepBlobs));
        Assert.Null(await office.The<IBlobs>().FindAsync(BlobOf(first.Headers.Location!), default));
        using var later = Straight(office, "mai");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await later.GetAsync($"/api/dossiers/{code}/documents/1")).StatusCode);
    }

    private static async Task<DossierCode> FileLargeAsync(Office office)
    {
        var (code, _) = await FileBirthAsync(office, Large);
        await office.DeliverMessagesAsync();
        return code;
    }

    /// <summary>A client that shows where it is sent.</summary>
    private static HttpClient Straight(Office office, string persona)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.TokenOf(persona));
        return http;
    }

    private static string Path(Uri link) => link.OriginalString[..link.OriginalString.IndexOf('?', StringComparison.Ordinal)];

    private static BlobName BlobOf(Uri link) => new(Containers.Papers, Path(link)["/links/papers/".Length..]);
}
