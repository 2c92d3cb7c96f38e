using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>Blocks on their way to becoming a blob: each a file of its own, named by a row.</summary>
internal sealed class BlockStage(SqliteDatabase database, BlobFiles files, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>In the order of their numbers, with the number of each one's file.</summary>
    public List<(StagedBlock Block, long File)> Staged(BlobName name) => database.Read(name, BlockRows.Staged);

    public async Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, BlobLimits.MaxBlocks);
        var file = database.Numbers.Next();
        var length = await files.WriteAsync(file, [content], ct);
        var replaced = await database.WriteAsync(connection =>
        {
            var before = BlockRows.Staged(connection, name).FindAll(staged => staged.Block.Number == block);
            BlockRows.Stage(connection, name, block, file, length, Now);
            return before;
        });
        replaced.ForEach(staged => files.Delete(staged.File));
    }

    /// <summary>Makes the first blocks a new blob and forgets all others.</summary>
    /// <returns>Null when the name is taken; the blocks stay then.</returns>
    /// <exception cref="StaleBlobException">A block is missing, or was staged anew meanwhile.</exception>
    public async Task<BlobRow?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct)
    {
        var blocks = Staged(name).FindAll(staged => staged.Block.Number < count);
        if (blocks.Count != count)
        {
            throw new StaleBlobException($"Of {count} blocks {count - blocks.Count} are missing.");
        }

        // One block is the blob already; more are copied behind one another.
        var row = blocks is [var only] ? new BlobRow(only.File, only.Block.Length, facts, Now, null) : await JoinAsync(blocks, facts, ct);
        List<long>? left = null;
        try
        {
            left = await database.WriteAsync(connection => Commit(connection, name, row, blocks));
            left?.ForEach(files.Delete);
        }
        finally
        {
            if (left is null && blocks.Count != 1)
            {
                files.Delete(row.Tag);
            }
        }

        return left is null ? null : row;
    }

    /// <returns>The files nobody needs any more; null when the name is taken.</returns>
    private static List<long>? Commit(SqliteConnection connection, BlobName name, BlobRow row, List<(StagedBlock Block, long File)> blocks)
    {
        if (BlobRows.Find(connection, name) is not null)
        {
            return null;
        }

        var staged = BlockRows.Staged(connection, name).ConvertAll(block => block.File);
        if (!blocks.TrueForAll(block => staged.Contains(block.File)))
        {
            throw new StaleBlobException("A block was staged anew.");
        }

        BlobRows.Put(connection, name, row);
        BlockRows.Unstage(connection, name);
        return staged.FindAll(file => file != row.Tag);
    }

    private async Task<BlobRow> JoinAsync(List<(StagedBlock Block, long File)> blocks, BlobFacts facts, CancellationToken ct)
    {
        var parts = new List<FileStream>();
        try
        {
            blocks.ForEach(block => parts.Add(files.Open(block.File)));
            var tag = database.Numbers.Next();
            return new BlobRow(tag, await files.WriteAsync(tag, parts, ct), facts, Now, null);
        }
        catch (FileNotFoundException gone)
        {
            throw new StaleBlobException("A block was staged anew, or another commit has taken it.", gone);
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }
}
