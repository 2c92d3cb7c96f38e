using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>How the staged blocks of blobs that are still coming lie in their table.</summary>
internal static class BlockRows
{
    public static void Stage(SqliteConnection connection, BlobName name, int block, long file, long length, long now) => connection
        .Prepare("""
            INSERT INTO Blocks (Container, Path, Block, File, Length, StagedAt) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT DO UPDATE SET File = ?4, Length = ?5, StagedAt = ?6
            """)
        .Bind(1, name.Container).Bind(2, name.Path).Bind(3, block).Bind(4, file).Bind(5, length).Bind(6, now).Run();

    /// <summary>In the order of their numbers, with the number of each one's file.</summary>
    public static List<(StagedBlock Block, long File)> Staged(SqliteConnection connection, BlobName name)
    {
        List<(StagedBlock, long)> blocks = [];
        var row = connection
            .Prepare("SELECT Block, Length, File FROM Blocks WHERE Container = ? AND Path = ? ORDER BY Block")
            .Bind(1, name.Container).Bind(2, name.Path);
        while (row.Step())
        {
            blocks.Add((new StagedBlock((int)row.Number(0), row.Number(1)), row.Number(2)));
        }

        return blocks;
    }

    public static void Unstage(SqliteConnection connection, BlobName name) =>
        connection.Prepare("DELETE FROM Blocks WHERE Container = ? AND Path = ?").Bind(1, name.Container).Bind(2, name.Path).Run();

    /// <returns>The numbers of the files that are no longer needed.</returns>
    public static List<long> UnstageBefore(SqliteConnection connection, long stagedAt)
    {
        List<long> files = [];
        for (var row = connection.Prepare("DELETE FROM Blocks WHERE StagedAt < ? RETURNING File").Bind(1, stagedAt); row.Step();)
        {
            files.Add(row.Number(0));
        }

        return files;
    }
}
