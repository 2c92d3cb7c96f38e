using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>Names of the blobs of the folder; every row of them is looked at.</summary>
internal sealed class FolderBlobLists(SqliteDatabase database) : IBlobLists
{
    public Task<IReadOnlyList<BlobName>> ListAsync(string container, string prefix, CancellationToken ct) => Task.FromResult<IReadOnlyList<BlobName>>(
        database.Read((container, prefix), static (connection, asked) => Names(connection, asked.container, asked.prefix)));

    private static List<BlobName> Names(SqliteConnection connection, string container, string prefix)
    {
        List<BlobName> names = [];
        var row = connection.Prepare("SELECT Path FROM Blobs WHERE Container = ?1 AND substr(Path, 1, length(?2)) = ?2 ORDER BY Path")
            .Bind(1, container).Bind(2, prefix);
        while (row.Step())
        {
            names.Add(new BlobName(container, row.Text(0)));
        }

        return names;
    }
}
