using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

public sealed class SignedBlobLinksTests : BlobLinkContract, IAsyncLifetime
{
    private Office _office = null!;

    protected override IBlobs Blobs => _office.The<IBlobs>();

    protected override IBlobLinks Links => _office.The<IBlobLinks>();

    protected override TimeProvider Time => _office.Clock;

    protected override HttpClient Http => _office.Http;

    [Theory]
    [InlineData("until=", "until=9")]
    [InlineData("until=", "until=-")]
    [InlineData("until=", "since=")]
    [InlineData("name=", "name=a")]
    [InlineData("signature=", "signature=A")]
    [InlineData("signature=", "signature=%21")]
    [InlineData("signature=", "x=")]
    [InlineData("/links/papers/", "/links/results/")]
    public async Task Whatever_is_changed_in_it_is_told_as_a_problem(string was, string becomes)
    {
        var link = await LinkAsync();

        var answer = await Http.GetAsync(link.Replace(was, becomes, StringComparison.Ordinal));

        Assert.Equal(("application/problem+json", "link-invalid"), (answer.Content.Headers.ContentType?.MediaType, await answer.RefusalAsync()));
    }

    [Fact]
    public async Task An_old_link_and_one_whose_file_is_gone_say_what_to_do()
    {
        var link = await LinkAsync();

        Assert.Equal("link-without-file", await (await Http.GetAsync(link)).RefusalAsync());
        _office.Clock.Advance(Downloads.LinkLife);
        Assert.Equal("link-expired", await (await Http.GetAsync(link)).RefusalAsync());
    }

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    // Of a file that is not there: only the link is asked about.
    private async Task<string> LinkAsync()
    {
        var file = new StoredFile(new BlobName(Containers.Papers, "somebody/something"), 1, "image/png", "Ảnh.png", "1");
        return (await Links.MakeAsync(file, Time.GetUtcNow() + Downloads.LinkLife, default)).OriginalString;
    }
}
