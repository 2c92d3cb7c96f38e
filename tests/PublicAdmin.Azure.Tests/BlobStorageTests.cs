using System.Text;
using Azure.Storage.Blobs.Models;
using PublicAdmin.Azure;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>
/// The promises of the blobs against Azurite or Azure. The whole contract moves the clock, which a server does not follow, and Azurite cannot
/// seal; so this asks what does not hang on time.
/// </summary>
public sealed class BlobStorageTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly BlobFacts Pdf = new("application/pdf", new Dictionary<string, string> { ["sha256"] = "abc" });
    private readonly BlobName _name = new(Containers.Papers, $"tests/{Guid.NewGuid():N}");
    private readonly BlobStorageBlobs _blobs = new(Servers.Blobs(), BlobImmutabilityPolicyMode.Unlocked, TimeProvider.System);

    public Task InitializeAsync() => Servers.Blobs().GetBlobContainerClient(Containers.Papers).CreateIfNotExistsAsync();

    public Task DisposeAsync() => _blobs.DeleteAsync(_name, Ct);

    [Fact]
    public async Task What_was_created_can_be_read_with_its_facts()
    {
        var tag = await _blobs.CreateAsync(_name, Bytes("Giấy khai sinh"), Pdf, Ct);

        var found = await _blobs.FindAsync(_name, Ct);
        Assert.Equal((tag, "application/pdf", null), (found!.Tag, found.Facts.ContentType, found.SealedUntil));
        Assert.Equal(Pdf.Metadata, found.Facts.Metadata);
        Assert.Equal("Giấy khai sinh", await ReadAsync());
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await _blobs.CreateAsync(_name, Bytes("first"), Pdf, Ct);

        Assert.Null(await _blobs.CreateAsync(_name, Bytes("second"), Pdf, Ct));
        Assert.Equal("first", await ReadAsync());
    }

    [Fact]
    public async Task A_replacement_needs_the_tag_it_read()
    {
        var first = await _blobs.CreateAsync(_name, Bytes("first"), Pdf, Ct);
        await _blobs.WriteAsync(_name, Bytes("second"), Pdf, first, Ct);

        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.WriteAsync(_name, Bytes("third"), Pdf, first, Ct));
    }

    [Fact]
    public async Task What_is_not_there_is_neither_found_nor_replaced_nor_deleted_nor_sealed()
    {
        Assert.Null(await _blobs.FindAsync(_name, Ct));
        Assert.Null(await _blobs.OpenAsync(_name, 0, null, Ct));
        Assert.False(await _blobs.DeleteAsync(_name, Ct));
        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.WriteAsync(_name, Bytes("x"), Pdf, "1", Ct));
        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.SealAsync(_name, DateTimeOffset.UtcNow.AddDays(1), Ct));
    }

    [Theory]
    [InlineData(0, null, "0123456789")]
    [InlineData(3, 4L, "3456")]
    [InlineData(8, 10L, "89")]
    [InlineData(0, 0L, "")]
    [InlineData(10, null, "")]
    public async Task A_range_can_be_read(long from, long? length, string expected)
    {
        await _blobs.CreateAsync(_name, Bytes("0123456789"), Pdf, Ct);

        Assert.Equal(expected, await ReadAsync(from, length));
    }

    [Fact]
    public async Task Blocks_staged_in_any_order_become_the_blob_in_theirs()
    {
        foreach (var (number, content) in new[] { (2, "c"), (0, "wrong"), (0, "a"), (1, "b") })
        {
            await _blobs.StageAsync(_name, number, Bytes(content), Ct);
        }

        Assert.Equal([0, 1, 2], (await _blobs.StagedAsync(_name, Ct)).Select(block => block.Number));
        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.CommitAsync(_name, 4, Pdf, Ct));
        Assert.NotNull(await _blobs.CommitAsync(_name, 3, Pdf, Ct));
        Assert.Equal("abc", await ReadAsync());
        Assert.Null(await _blobs.CommitAsync(_name, 3, Pdf, Ct));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<string> ReadAsync(long from = 0, long? length = null)
    {
        await using var stream = await _blobs.OpenAsync(_name, from, length, Ct);
        return await new StreamReader(stream!).ReadToEndAsync();
    }
}
