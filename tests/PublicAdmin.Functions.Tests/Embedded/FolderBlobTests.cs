using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Embedded;

public sealed class FolderBlobTests : BlobSealContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blobs-");
    private SqliteDatabase _database;

    public FolderBlobTests() => _database = OpenDatabase();

    protected override IBlobs Blobs => new FolderBlobs(_database, Files, Clock);

    private BlobFiles Files => new(Path.Combine(_folder.FullName, "blobs"));

    [Fact]
    public async Task After_a_restart_blobs_and_staged_blocks_are_there()
    {
        await Blobs.CreateAsync(Name, new MemoryStream([1, 2]), BlobFacts.Of("image/png"), default);
        var other = Name with { Path = "other" };
        await Blobs.StageAsync(other, 0, new MemoryStream([3]), default);
        Restart();

        Assert.Equal(2, (await Blobs.FindAsync(Name, default))!.Length);
        Assert.Single(await Blobs.StagedAsync(other, default));
    }

    [Fact]
    public async Task Nothing_but_the_present_bytes_stays_in_the_folder()
    {
        var tag = await Blobs.CreateAsync(Name, new MemoryStream([1]), BlobFacts.Of("image/png"), default);
        await Blobs.CreateAsync(Name, new MemoryStream([2]), BlobFacts.Of("image/png"), default);
        await Blobs.WriteAsync(Name, new MemoryStream([3]), BlobFacts.Of("image/png"), tag, default);
        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.WriteAsync(Name, new MemoryStream([4]), BlobFacts.Of("image/png"), tag, default));

        Assert.Equal([3], await File.ReadAllBytesAsync(Assert.Single(AllFiles())));
    }

    [Fact]
    public async Task A_sender_who_goes_away_half_way_leaves_nothing()
    {
        using var broken = new BrokenLine();

        await Assert.ThrowsAsync<IOException>(() => Blobs.CreateAsync(Name, broken, BlobFacts.Of("image/png"), default));

        Assert.Empty(AllFiles());
        Assert.Null(await Blobs.FindAsync(Name, default));
    }

    [Fact]
    public async Task The_sweep_deletes_what_a_crash_left_and_nothing_else()
    {
        await Blobs.CreateAsync(Name, new MemoryStream([1]), BlobFacts.Of("image/png"), default);
        await Files.WriteAsync(_database.Numbers.Next(), [new MemoryStream([2])], default);
        Restart();

        await SweepAsync();

        Assert.Equal([1], await File.ReadAllBytesAsync(Assert.Single(AllFiles())));
    }

    [Fact]
    public async Task The_sweep_forgets_blocks_after_a_week()
    {
        await Blobs.StageAsync(Name, 0, new MemoryStream([1]), default);
        Clock.Advance(TimeSpan.FromDays(6));
        await Blobs.StageAsync(Name, 1, new MemoryStream([2]), default);
        Clock.Advance(TimeSpan.FromDays(1.5));

        await SweepAsync();

        Assert.Equal([new StagedBlock(1, 1)], await Blobs.StagedAsync(Name, default));
        Assert.Single(AllFiles());
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task SweepAsync() => new SweepBlobs(_database, Files, Clock, NullLogger<SweepBlobs>.Instance).RunAsync(new(), default);

    private string[] AllFiles() => Directory.GetFiles(Path.Combine(_folder.FullName, "blobs"), "*", SearchOption.AllDirectories);

    private void Restart()
    {
        _database.Dispose();
        _database = OpenDatabase();
    }

    private sealed class BrokenLine() : MemoryStream(new byte[100_000])
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(new IOException("The line broke."));
    }

    private SqliteDatabase OpenDatabase() => new(Path.Combine(_folder.FullName, "office.db"));
}
