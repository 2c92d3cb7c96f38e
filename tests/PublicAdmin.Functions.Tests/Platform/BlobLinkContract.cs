using System.Net;
using System.Net.Http.Headers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter behind <see cref="IBlobLinks"/> must do: the link is the only key, and it opens one door for a while.</summary>
public abstract class BlobLinkContract
{
    private const string Vietnamese = "Giấy chứng sinh (2).pdf";
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(n => (byte)n)];
    private readonly BlobName _name = new(Containers.Papers, $"contract/{Guid.NewGuid():N}");

    protected abstract IBlobs Blobs { get; }

    protected abstract IBlobLinks Links { get; }

    protected abstract TimeProvider Time { get; }

    /// <summary>Nobody in particular: no token, no cookie.</summary>
    protected abstract HttpClient Http { get; }

    [Fact]
    public async Task It_shows_the_file_under_its_name_and_type()
    {
        var shown = await Http.GetAsync(await LinkAsync());

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(Content, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ("attachment", Vietnamese), (shown.Content.Headers.ContentDisposition?.DispositionType, shown.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.True(shown.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Fact]
    public async Task It_shows_a_part_of_the_file_to_whoever_was_cut_off()
    {
        using var rest = new HttpRequestMessage(HttpMethod.Get, await LinkAsync()) { Headers = { Range = new RangeHeaderValue(900, null) } };

        var shown = await Http.SendAsync(rest);

        Assert.Equal(HttpStatusCode.PartialContent, shown.StatusCode);
        Assert.Equal(Content[900..], await shown.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task It_ends()
    {
        var link = await LinkAsync(minutes: -1);

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task It_opens_no_other_file()
    {
        var other = _name with { Path = $"contract/{Guid.NewGuid():N}" };
        await Blobs.CreateAsync(other, new MemoryStream([1]), BlobFacts.Of("application/pdf"), Ct);

        var moved = (await LinkAsync()).OriginalString.Replace(_name.Path, other.Path, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(new Uri(moved, UriKind.RelativeOrAbsolute))).StatusCode);
    }

    [Fact]
    public async Task A_type_it_was_not_made_for_is_refused()
    {
        var asPage = (await LinkAsync()).OriginalString.Replace("application%2Fpdf", "text%2Fhtml", StringComparison.OrdinalIgnoreCase);

        Assert.Contains("text%2Fhtml", asPage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(new Uri(asPage, UriKind.RelativeOrAbsolute))).StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_written_with_it()
    {
        using var body = new ByteArrayContent([1]);
        body.Headers.Add("x-ms-blob-type", "BlockBlob");

        var answer = await Http.PutAsync(await LinkAsync(), body);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal(Content.Length, (await Blobs.FindAsync(_name, Ct))!.Length);
    }

    private async Task<Uri> LinkAsync(int minutes = 5)
    {
        var tag = await Blobs.CreateAsync(_name, new MemoryStream(Content), BlobFacts.Of("application/octet-stream"), Ct);
        return await Links.MakeAsync(new StoredFile(_name, Content.Length, "application/pdf", Vietnamese, tag!), Time.GetUtcNow().AddMinutes(minutes), Ct);
    }
}
