using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// How blobs lie in their table. A blob is found by a digest of its name, which is a quarter as long; the name itself stands there once, for people.
/// </summary>
internal static class BlobRows
{
    /// <summary>Whether a row is a scan that was bound to be fetched.</summary>
    public const string IsBound = $"Path GLOB '{BoundScans.Shelf}*'";

    private const string Untyped = "application/octet-stream"; // Two of three blobs; what RFC 9110, 8.3 takes where nobody says, and nothing in the row.
    private const string Pdf = "application/pdf"; // Nearly all the others.
    private const string ShortPdf = "pdf";

    public static BlobRow? Find(SqliteConnection connection, BlobName name)
    {
        var row = connection
            .Prepare("SELECT Tag, Length, ContentType, Metadata, CreatedAt, SealedUntil FROM Blobs WHERE Name = ?")
            .BindBlob(1, DigestOf(name));
        if (!row.Step())
        {
            return null;
        }

        var facts = new BlobFacts(
            TypeOf(row.Text(2)), row.Bytes(3) is { Length: > 0 } metadata
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(RowTexts.Unpack(metadata), OfficeJson.Stored)! : []);
        var found = new BlobRow(row.Number(0), row.Number(1), facts, row.Number(4), row.NumberOrNull(5));
        row.Reset();
        return found;
    }

    public static List<(BlobName Name, BlobRow Row)> All(SqliteConnection connection)
    {
        List<BlobName> names = [];
        for (var row = connection.Prepare("SELECT Container, Path FROM Blobs"); row.Step();)
        {
            names.Add(new BlobName(row.Text(0), row.Text(1)));
        }

        return names.ConvertAll(name => (name, Find(connection, name)!));
    }

    /// <summary>Names the files of a lost database; numbers go on behind the highest of them.</summary>
    /// <returns>How many.</returns>
    public static int PutAllWhenEmpty(SqliteConnection connection, IReadOnlyDictionary<BlobName, BlobRow> blobs)
    {
        if (blobs.Count == 0 || All(connection).Count > 0)
        {
            return 0;
        }

        foreach (var (name, row) in blobs)
        {
            Put(connection, name, row);
        }

        connection.Prepare("UPDATE Numbers SET Start = max(Start, ?)").Bind(1, blobs.Values.Max(row => row.Tag) / SqliteNumbers.Block).Run();
        return blobs.Count;
    }

    public static void Put(SqliteConnection connection, BlobName name, BlobRow row) => connection
        .Prepare("""
            INSERT INTO Blobs (Tag, Name, Container, Path, Length, ContentType, Metadata, CreatedAt, SealedUntil) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (Name) DO UPDATE SET Tag = ?1, Length = ?5, ContentType = ?6, Metadata = ?7, CreatedAt = ?8, SealedUntil = ?9
            """)
        .Bind(1, row.Tag).BindBlob(2, DigestOf(name)).Bind(3, name.Container).Bind(4, name.Path).Bind(5, row.Length)
        .Bind(6, row.Facts.ContentType switch { Untyped => "", Pdf => ShortPdf, var type => type })
        .BindBlobOrNull(7, row.Facts.Metadata.Count > 0 ? RowTexts.Pack(JsonSerializer.SerializeToUtf8Bytes(row.Facts.Metadata, OfficeJson.Stored)) : null)
        .Bind(8, row.CreatedAt).Bind(9, row.SealedUntil).Run();

    public static void Delete(SqliteConnection connection, BlobName name) =>
        connection.Prepare("DELETE FROM Blobs WHERE Name = ?").BindBlob(1, DigestOf(name)).Run();

    /// <summary>Deletes older bound scans, which an index of their own finds among millions of papers.</summary>
    /// <returns>The numbers of the files that are no longer needed.</returns>
    public static List<long> DeleteBoundBefore(SqliteConnection connection, long createdAt)
    {
        List<long> files = [];
        for (var row = connection.Prepare($"DELETE FROM Blobs WHERE {IsBound} AND CreatedAt < ? RETURNING Tag").Bind(1, createdAt); row.Step();)
        {
            files.Add(row.Number(0));
        }

        return files;
    }

    /// <summary>Whether a file belongs to a blob or a block. Answered from indexes.</summary>
    public static bool IsUsed(SqliteConnection connection, long file)
    {
        var row = connection.Prepare("SELECT EXISTS (SELECT * FROM Blobs WHERE Tag = ?1) OR EXISTS (SELECT * FROM Blocks WHERE File = ?1)").Bind(1, file);
        row.Step();
        var used = row.Number(0) == 1;
        row.Reset();
        return used;
    }

    private static string TypeOf(string written) => written switch { "" => Untyped, ShortPdf => Pdf, _ => written };

    private static ReadOnlySpan<byte> DigestOf(BlobName name) => SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString())).AsSpan(0, 16);
}
