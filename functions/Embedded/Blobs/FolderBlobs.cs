using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// Blob Storage on one machine: bytes in files, names and facts in the database. A file is whole and flushed before the row that
/// names it is committed; a file that no row names is a remainder and is swept (<see cref="SweepBlobs"/>).
/// </summary>
internal sealed class FolderBlobs(SqliteDatabase database, BlobFiles files, TimeProvider clock) : IBlobs
{
    private readonly BlockStage _stage = new(database, files, clock);

    public async Task<string?> CreateAsync(BlobName name, Stream content, BlobFacts facts, CancellationToken ct)
    {
        Check(name, facts);
        if (Find(name) is not null)
        {
            return null;
        }

        var row = await WriteFileAsync(content, facts, ct);
        if (await database.WriteAsync(connection => PutNew(connection, name, row)))
        {
            return row.ETag;
        }

        files.Delete(row.Tag);
        return null;
    }

    public async Task<string> WriteAsync(BlobName name, Stream content, BlobFacts facts, string? ifTag, CancellationToken ct)
    {
        Check(name, facts);
        BlobRow.MayReplace(Find(name), ifTag, Now);
        var row = await WriteFileAsync(content, facts, ct);
        var replaced = await OrForgetAsync(row.Tag, connection =>
        {
            var present = BlobRows.Find(connection, name);
            BlobRow.MayReplace(present, ifTag, Now);
            BlobRows.Put(connection, name, row with { CreatedAt = present?.CreatedAt ?? row.CreatedAt });
            return present?.Tag;
        });
        Delete(replaced);
        return row.ETag;
    }

    public Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct)
    {
        BlobLimits.Check(name);
        return _stage.StageAsync(name, block, content, ct);
    }

    public Task<IReadOnlyList<StagedBlock>> StagedAsync(BlobName name, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<StagedBlock>>(_stage.Staged(name).ConvertAll(staged => staged.Block));

    public async Task<string?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct)
    {
        Check(name, facts);
        try
        {
            return Find(name) is null && await _stage.CommitAsync(name, count, facts, ct) is { } row ? row.ETag : null;
        }
        catch (StaleBlobException) when (Find(name) is not null)
        {
            return null; // Another commit was faster, and has cleared the blocks away.
        }
    }

    public Task<BlobProperties?> FindAsync(BlobName name, CancellationToken ct) => Task.FromResult(Find(name)?.Properties);

    public Task<Stream?> OpenAsync(BlobName name, long from, long? length, CancellationToken ct)
    {
        while (Find(name) is { } row)
        {
            try
            {
                var file = files.Open(row.Tag);
                if (file.Length == row.Length)
                {
                    return Task.FromResult<Stream?>(new FileSlice(file, from, Math.Min(length ?? long.MaxValue, row.Length - from)));
                }

                file.Dispose();
                throw new BlobLostException($"{name.Container}: a file has another length than was written.");
            }
            catch (FileNotFoundException) when (Find(name)?.Tag != row.Tag)
            {
                // Replaced between looking and opening: look again.
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new BlobLostException($"{name.Container}: a file is gone.", gone);
            }
        }

        return Task.FromResult<Stream?>(null);
    }

    public Task SealAsync(BlobName name, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(connection =>
    {
        var row = BlobRows.Find(connection, name) ?? throw new StaleBlobException("There is no such blob to seal.");
        BlobRows.Put(connection, name, row with { SealedUntil = Math.Max(row.SealedUntil ?? 0, until.ToUnixTimeMilliseconds()) });
        return true;
    });

    public async Task<bool> DeleteAsync(BlobName name, string? ifTag, CancellationToken ct)
    {
        var deleted = await database.WriteAsync(connection =>
        {
            var row = BlobRows.Find(connection, name);
            BlobRow.MayReplace(row, row is null ? null : ifTag, Now);
            BlobRows.Delete(connection, name);
            return row?.Tag;
        });
        Delete(deleted);
        return deleted is not null;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private BlobRow? Find(BlobName name) => database.Read(name, BlobRows.Find);

    private async Task<BlobRow> WriteFileAsync(Stream content, BlobFacts facts, CancellationToken ct)
    {
        var tag = database.Numbers.Next();
        return new BlobRow(tag, await files.WriteAsync(tag, [content], ct), facts, Now, null);
    }

    private static bool PutNew(SqliteConnection connection, BlobName name, BlobRow row)
    {
        var isNew = BlobRows.Find(connection, name) is null;
        if (isNew)
        {
            BlobRows.Put(connection, name, row);
        }

        return isNew;
    }

    private async Task<T> OrForgetAsync<T>(long file, Func<SqliteConnection, T> write)
    {
        try
        {
            return await database.WriteAsync(write);
        }
        catch (StaleBlobException)
        {
            files.Delete(file);
            throw;
        }
    }

    private void Delete(long? file)
    {
        if (file is { } number)
        {
            files.Delete(number);
        }
    }

    private static void Check(BlobName name, BlobFacts facts)
    {
        BlobLimits.Check(name);
        BlobLimits.Check(facts);
    }
}
