using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter must do with a blob that arrives in blocks.</summary>
public abstract class BlobBlockContract : BlobContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Blocks_staged_in_any_order_become_the_blob_in_theirs()
    {
        await StageAsync((2, "c"), (0, "a"), (1, "b"));

        var tag = await Blobs.CommitAsync(Name, 3, Pdf, Ct);

        Assert.Equal("abc", await ReadAsync(Name));
        Assert.Equal(tag, (await Blobs.FindAsync(Name, Ct))!.Tag);
        Assert.Empty(await Blobs.StagedAsync(Name, Ct));
    }

    [Fact]
    public async Task One_block_becomes_a_blob()
    {
        await StageAsync((0, "all"));

        Assert.NotNull(await Blobs.CommitAsync(Name, 1, Pdf, Ct));

        Assert.Equal("all", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_block_is_staged_from_a_blob_while_it_is_being_read()
    {
        var source = new BlobName(Containers.Papers, $"contract/{Guid.NewGuid():N}");
        await Blobs.CreateAsync(source, new MemoryStream("0123456789"u8.ToArray()), Pdf, Ct);

        await using (var part = await Blobs.OpenAsync(source, 2, 5, Ct))
        {
            await Blobs.StageAsync(Name, 0, part!, Ct);
        }

        await Blobs.CommitAsync(Name, 1, Pdf, Ct);
        Assert.Equal("23456", await ReadAsync(Name));
        await Blobs.DeleteAsync(source, Ct);
    }

    [Fact]
    public async Task What_is_staged_is_listed_and_not_yet_a_blob()
    {
        await StageAsync((3, "dddd"), (0, "a"));

        Assert.Equal([new StagedBlock(0, 1), new StagedBlock(3, 4)], await Blobs.StagedAsync(Name, Ct));
        Assert.Null(await Blobs.FindAsync(Name, Ct));
    }

    [Fact]
    public async Task A_block_staged_again_replaces_the_first()
    {
        await StageAsync((0, "wrong"), (0, "right"));

        await Blobs.CommitAsync(Name, 1, Pdf, Ct);

        Assert.Equal("right", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_missing_block_stops_the_commit_and_keeps_the_others()
    {
        await StageAsync((0, "a"), (2, "c"));

        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.CommitAsync(Name, 3, Pdf, Ct));

        await StageAsync((1, "b"));
        await Blobs.CommitAsync(Name, 3, Pdf, Ct);
        Assert.Equal("abc", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_commit_onto_a_taken_name_changes_nothing()
    {
        await Blobs.CreateAsync(Name, Bytes("first"), Pdf, Ct);
        await StageAsync((0, "second"));

        Assert.Null(await Blobs.CommitAsync(Name, 1, Pdf, Ct));

        Assert.Equal("first", await ReadAsync(Name));
    }

    [Fact]
    public async Task A_commit_sent_twice_at_once_leaves_the_whole_blob()
    {
        await StageAsync((0, "all"));

        var tags = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Blobs.CommitAsync(Name, 1, Pdf, Ct)));

        Assert.Single(tags, tag => tag is not null);
        Assert.Equal("all", await ReadAsync(Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Commits_at_the_same_moment_make_one_whole_blob(int blocks)
    {
        await StageAsync([.. Enumerable.Range(0, blocks).Select(number => (number, "part"))]);

        var commits = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Blobs.CommitAsync(Name, blocks, Pdf, Ct))));

        Assert.Single(commits, tag => tag is not null);
        Assert.Equal(string.Concat(Enumerable.Repeat("part", blocks)), await ReadAsync(Name));
    }

    private async Task StageAsync(params (int Number, string Content)[] blocks)
    {
        foreach (var (number, content) in blocks)
        {
            await Blobs.StageAsync(Name, number, Bytes(content), Ct);
        }
    }
}
