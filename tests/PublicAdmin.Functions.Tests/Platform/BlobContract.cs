using System.Text;
using Microsoft.Net.Http.Headers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter behind <see cref="IBlobs"/> must do, on one machine or over the network.</summary>
public abstract class BlobContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    protected static readonly BlobFacts Pdf = new("application/pdf", new Dictionary<string, string> { ["sha256"] = "abc", ["pages"] = "2" });

    protected abstract IBlobs Blobs { get; }

    /// <summary>The time the blobs go by.</summary>
    protected abstract TimeProvider Time { get; }

    protected BlobName Name { get; } = new(Containers.Papers, $"contract/{Guid.NewGuid():N}.pdf");

    [Fact]
    public async Task What_was_created_can_be_read_with_its_facts()
    {
        var tag = await Blobs.CreateAsync(Name, Bytes("Giấy khai sinh"), Pdf, Ct);

        var found = await Blobs.FindAsync(Name, Ct);
        Assert.Equal((tag, "application/pdf", null), (found!.Tag, found.Facts.ContentType, found.SealedUntil));
        Assert.InRange(found.CreatedAt, Time.GetUtcNow().AddMinutes(-2), Time.GetUtcNow().AddMinutes(2));
        Assert.Equal(Encoding.UTF8.GetByteCount("Giấy khai sinh"), found.Length);
        Assert.Equal(Pdf.Metadata.OrderBy(fact => fact.Key), found.Facts.Metadata.OrderBy(fact => fact.Key));
        Assert.Equal("Giấy khai sinh", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_tag_can_stand_in_an_answer_as_it_is()
    {
        var tag = await Blobs.CreateAsync(Name, Bytes("Giấy khai sinh"), Pdf, Ct);

        Assert.True(EntityTagHeaderValue.TryParse($"\"{tag}\"", out _), tag);
        Assert.True(await Blobs.DeleteAsync(Name, tag, Ct));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await Blobs.CreateAsync(Name, Bytes("first"), Pdf, Ct);

        Assert.Null(await Blobs.CreateAsync(Name, Bytes("second"), Pdf, Ct));

        Assert.Equal("first", await ReadAsync(Name));
    }

    [Fact]
    public async Task Of_many_who_create_one_name_exactly_one_wins()
    {
        var tags = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Blobs.CreateAsync(Name, Bytes($"{n}"), Pdf, Ct)));

        var winner = Assert.Single(Enumerable.Range(0, 10), n => tags[n] is not null);
        Assert.Equal($"{winner}", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_replacement_needs_the_tag_it_read()
    {
        var first = await Blobs.CreateAsync(Name, Bytes("first"), Pdf, Ct);

        var second = await Blobs.WriteAsync(Name, Bytes("second"), Pdf, first, Ct);

        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.WriteAsync(Name, Bytes("third"), Pdf, first, Ct));
        Assert.NotEqual(first, second);
        Assert.Equal("second", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_write_without_a_tag_writes_and_replaces()
    {
        await Blobs.WriteAsync(Name, Bytes("first"), Pdf, null, Ct);
        await Blobs.WriteAsync(Name, Bytes("second"), Pdf, null, Ct);

        Assert.Equal("second", await ReadAsync(Name));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_replaced_by_tag()
    {
        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.WriteAsync(Name, Bytes("x"), Pdf, "1", Ct));

        Assert.Null(await Blobs.FindAsync(Name, Ct));
    }

    [Fact]
    public async Task An_unknown_blob_is_not_found()
    {
        Assert.Null(await Blobs.FindAsync(Name, Ct));
        Assert.Null(await Blobs.OpenAsync(Name, 0, null, Ct));
        Assert.False(await Blobs.DeleteAsync(Name, Ct));
    }

    [Fact]
    public async Task A_deleted_blob_is_gone_and_its_name_free()
    {
        await Blobs.CreateAsync(Name, Bytes("first"), Pdf, Ct);

        Assert.True(await Blobs.DeleteAsync(Name, Ct));

        Assert.Null(await Blobs.OpenAsync(Name, 0, null, Ct));
        Assert.NotNull(await Blobs.CreateAsync(Name, Bytes("second"), Pdf, Ct));
    }

    [Theory]
    [InlineData(0, null, "0123456789")]
    [InlineData(3, null, "3456789")]
    [InlineData(3, 4L, "3456")]
    [InlineData(8, 10L, "89")]
    [InlineData(0, 0L, "")]
    [InlineData(10, null, "")]
    [InlineData(11, 5L, "")]
    public async Task A_range_can_be_read(long from, long? length, string expected)
    {
        await Blobs.CreateAsync(Name, Bytes("0123456789"), Pdf, Ct);

        Assert.Equal(expected, await ReadAsync(Name, from, length));
    }

    [Fact]
    public async Task An_empty_blob_is_a_blob()
    {
        await Blobs.CreateAsync(Name, Bytes(""), Pdf, Ct);

        Assert.Equal(0, (await Blobs.FindAsync(Name, Ct))!.Length);
        Assert.Equal("", await ReadAsync(Name));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_sealed() =>
        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.SealAsync(Name, Time.GetUtcNow().AddDays(1), Ct));

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/absolute")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("tên")]
    public async Task A_name_that_could_mean_another_place_is_refused(string path) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.CreateAsync(new BlobName(Containers.Papers, path), Bytes("x"), Pdf, Ct));

    [Fact]
    public async Task A_large_blob_comes_back_unchanged()
    {
        var bytes = new byte[3_000_000];
        Random.Shared.NextBytes(bytes);

        await Blobs.CreateAsync(Name, new MemoryStream(bytes), Pdf, Ct);

        await using var stream = await Blobs.OpenAsync(Name, 0, null, Ct);
        var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    protected static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    protected async Task<string> ReadAsync(BlobName name, long from = 0, long? length = null)
    {
        await using var stream = await Blobs.OpenAsync(name, from, length, Ct);
        return await new StreamReader(stream!).ReadToEndAsync();
    }
}
