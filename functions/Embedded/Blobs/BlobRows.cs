using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>What is known of a blob beside its bytes. The tag is also the number of its file.</summary>
internal sealed record BlobRow(long Tag, long Length, BlobFacts Facts, long CreatedAt, long? SealedUntil)
{
    public string ETag => Tag.ToString(CultureInfo.InvariantCulture);

    public BlobProperties Properties => new(Length, ETag, Facts, Instant(CreatedAt), SealedUntil is { } until ? Instant(until) : null);

    public bool IsSealed(long now) => SealedUntil > now;

    /// <exception cref="StaleBlobException">The blob is not the one that was seen, or is sealed.</exception>
    public static void MayReplace(BlobRow? present, string? ifTag, long now)
    {
        if ((ifTag is not null && present?.ETag != ifTag) || present?.IsSealed(now) is true)
        {
            throw new StaleBlobException("The blob carries another tag, is gone or is sealed.");
        }
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

/// <summary>
/// How blobs and staged blocks lie in their two tables. A blob is found by a digest of its name, which is a quarter as long; the name
/// itself stands there once, for people.
/// </summary>
internal static class BlobRows
{
    /// <summary>Whether a row is a scan that was bound to be fetched.</summary>
    public const string IsBound = $"Path GLOB '{BoundScans.Shelf}*'";

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
            row.Text(2), row.Bytes(3) is { Length: > 0 } metadata
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
        .Bind(1, row.Tag).BindBlob(2, DigestOf(name)).Bind(3, name.Container).Bind(4, name.Path).Bind(5, row.Length).Bind(6, row.Facts.ContentType)
        .BindBlobOrNull(7, row.Facts.Metadata.Count > 0 ? RowTexts.Pack(JsonSerializer.SerializeToUtf8Bytes(row.Facts.Metadata, OfficeJson.Stored)) : null)
        .Bind(8, row.CreatedAt).Bind(9, row.SealedUntil).Run();

    public static void Delete(SqliteConnection connection, BlobName name) =>
        connection.Prepare("DELETE FROM Blobs WHERE Name = ?").BindBlob(1, DigestOf(name)).Run();

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

    private static ReadOnlySpan<byte> DigestOf(BlobName name) => SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString())).AsSpan(0, 16);
}
