using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Embedded;

/// <summary>
/// What the database knows of the folder it lies in: that there is a note beside it, and the name of its hash key. So nobody takes the note away to have an
/// older database, or another key, taken for the folder's own.
/// </summary>
internal static class FolderMark
{
    /// <summary>Whether anything was ever kept in the folder.</summary>
    public static bool HasPapers(string folder) =>
        new DirectoryInfo(Path.Combine(folder, "blobs")) is { Exists: true } blobs && blobs.EnumerateFiles("*", SearchOption.AllDirectories).Any();

    /// <summary>Null in a database no note was ever written beside.</summary>
    public static string? Find(SqliteDatabase database) => database.Read(0, static (connection, _) =>
    {
        var statement = connection.Prepare("SELECT Key FROM FolderMark");
        var key = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return key;
    });

    /// <summary>Writes it once, when the note is there.</summary>
    public static async Task KeepAsync(SqliteDatabase database, string key)
    {
        if (Find(database) is null)
        {
            await database.WriteAsync(connection =>
            {
                var statement = connection.Prepare("INSERT INTO FolderMark VALUES (?)");
                statement.Bind(1, key);
                return statement.Run();
            });
        }
    }
}
