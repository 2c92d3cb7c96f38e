using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>
/// What lies in the file. Each Azure table is one SQLite table sorted by its two keys, so that a scan of a partition reads
/// neighbouring pages and no index is kept beside it.
/// </summary>
internal static class SqliteSchema
{
    public static string Sql { get; } = $"""
        BEGIN;
        CREATE TABLE IF NOT EXISTS Numbers (Start INTEGER NOT NULL);
        INSERT INTO Numbers SELECT 0 WHERE NOT EXISTS (SELECT * FROM Numbers);
        CREATE TABLE IF NOT EXISTS FolderMark (Key TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS ColumnNames (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS Messages (
            Sequence INTEGER PRIMARY KEY, Queue TEXT NOT NULL, Id TEXT NOT NULL, Session TEXT, Body TEXT NOT NULL,
            Due INTEGER NOT NULL, Deliveries INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS DeadLetters (
            Sequence INTEGER PRIMARY KEY, Queue TEXT NOT NULL, Id TEXT NOT NULL, Session TEXT, Body TEXT NOT NULL, Deliveries INTEGER NOT NULL,
            Reason TEXT NOT NULL, Description TEXT NOT NULL, Since INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS DeadLettersByQueue ON DeadLetters (Queue, Sequence);
        CREATE TABLE IF NOT EXISTS SeenEven (Id BLOB PRIMARY KEY, At INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS SeenOdd (Id BLOB PRIMARY KEY, At INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS Blobs (
            Tag INTEGER PRIMARY KEY, Name BLOB NOT NULL UNIQUE, Container TEXT NOT NULL, Path TEXT NOT NULL, Length INTEGER NOT NULL,
            ContentType TEXT NOT NULL, Metadata TEXT, CreatedAt INTEGER NOT NULL, SealedUntil INTEGER);
        CREATE INDEX IF NOT EXISTS BoundScans ON Blobs (CreatedAt) WHERE {BlobRows.IsBound};
        CREATE TABLE IF NOT EXISTS Blocks (
            Container TEXT NOT NULL, Path TEXT NOT NULL, Block INTEGER NOT NULL, File INTEGER NOT NULL, Length INTEGER NOT NULL, StagedAt INTEGER NOT NULL,
            PRIMARY KEY (Container, Path, Block)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS BlocksByFile ON Blocks (File);
        CREATE TABLE IF NOT EXISTS TimerRuns (Name TEXT PRIMARY KEY, Due INTEGER NOT NULL) WITHOUT ROWID;
        {string.Concat(Tables.All.Select(TableOf))}
        COMMIT;
        """;

    /// <summary>Whether what the file holds under our names was laid out as it is here; an empty file fits.</summary>
    public static bool Fits(SqliteConnection file)
    {
        using var fresh = new SqliteConnection(":memory:");
        fresh.Execute(Sql);
        var ours = LaidOut(fresh);
        return LaidOut(file).All(found => !ours.TryGetValue(found.Key, out var wanted) || wanted == found.Value);
    }

    private static Dictionary<string, string> LaidOut(SqliteConnection file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var statement = file.Prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL");
        while (statement.Step())
        {
            found[statement.Text(0)] = statement.Text(1);
        }

        statement.Reset();
        return found;
    }

    // The number of the texts is that of RowCodec's layout; which dictionary a text was packed with stands before the text.
    private static string TableOf(string name) => $"""
        CREATE TABLE IF NOT EXISTS {name} (
            Partition TEXT NOT NULL, Key TEXT NOT NULL, Tag INTEGER NOT NULL, Body BLOB NOT NULL /* texts 1 */,
            PRIMARY KEY (Partition, Key)) WITHOUT ROWID;

        """;
}
