using System.IO.Compression;
using System.Text;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>
/// Looks through all an office keeps, as somebody would who has its folder and knows how it is packed: every row of every table, every message waiting or
/// given up, every file of the folder as it is, unpacked where it is gzip, and the database file and its log byte by byte, free pages included.
/// </summary>
internal static class StoreSearch
{
    /// <summary>Where a text stands; as a place of a table, a queue or the folder.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this Office office, params string[] texts)
    {
        var found = new List<string>();
        var bytes = texts.Select(Encoding.UTF8.GetBytes).ToList();
        foreach (var name in Tables.All)
        {
            await foreach (var row in office.The<ITables>()[name].WalkAllAsync(default))
            {
                var values = row.Values.Values.Select(value => value is byte[] blob ? Encoding.Latin1.GetString(blob) : value?.ToString());
                found.AddRange(texts.Any(text => values.Append(row.Key).Append(row.Partition).Any(value => Holds(value, text))) ? [$"{name} {row.Key}"] : []);
            }
        }

        found.AddRange(office.The<SqliteDatabase>().Read(texts, Messages));
        foreach (var text in bytes)
        {
            found.AddRange(await office.FilesWithAsync(text));
        }

        return found;
    }

    /// <summary>The files of the folder in which these bytes stand, the log of the database among them.</summary>
    public static async Task<IReadOnlyList<string>> FilesWithAsync(this Office office, byte[] bytes)
    {
        var found = new List<string>();
        foreach (var file in Directory.GetFiles(office.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".lock"))
        {
            found.AddRange((await ReadAsync(file)).AsSpan().IndexOf(bytes) >= 0 ? [Path.GetRelativePath(office.Folder, file)] : []);
        }

        return found;
    }

    private static List<string> Messages(SqliteConnection connection, string[] texts)
    {
        var found = new List<string>();
        foreach (var queue in new[] { "Messages", "DeadLetters" })
        {
            var row = connection.Prepare($"SELECT Queue, Body FROM {queue}");
            while (row.Step())
            {
                found.AddRange(texts.Any(text => Holds(row.Text(1), text)) ? [$"{queue} {row.Text(0)}"] : []);
            }
        }

        return found;
    }

    // The database is open, and others may be at it.
    private static async Task<byte[]> ReadAsync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        if (bytes.ToArray() is not [0x1F, 0x8B, ..])
        {
            return bytes.ToArray();
        }

        bytes.Position = 0;
        var unpacked = new MemoryStream();
        await using var zip = new GZipStream(bytes, CompressionMode.Decompress);
        await zip.CopyToAsync(unpacked);
        return unpacked.ToArray();
    }

    private static bool Holds(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
}
