using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// What the database knows of blobs, once more beside it: <c>blob-names.ndjson</c>, one line for each change, read from the beginning and the last
/// line about a name counting. Without it the files of papers and seals would be numbers nobody can read when the database is lost.
/// </summary>
internal sealed class BlobNames : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    public BlobNames(string folder, SqliteDatabase database)
    {
        _database = database;
        var path = PathIn(folder);
        var isNew = !File.Exists(path);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        _file.Write("\n"u8); // Behind a line that a crash broke off.
        foreach (var (name, row) in isNew ? database.Read(0, (connection, _) => BlobRows.All(connection)) : [])
        {
            Write(name, row);
        }
    }

    public static string PathIn(string folder) => Path.Combine(folder, "blob-names.ndjson");

    /// <summary>Writes down how a blob stands now. It is looked up here, so that of two changes at once the last line tells the last.</summary>
    public void Note(BlobName name)
    {
        lock (_writing)
        {
            Write(name, _database.Read(name, BlobRows.Find));
        }
    }

    /// <summary>The blobs there are, by the last line about each. A line broken off by a crash is the last one and counts as not written.</summary>
    public static IReadOnlyDictionary<BlobName, BlobRow> Read(string folder)
    {
        var blobs = new Dictionary<BlobName, BlobRow>();
        foreach (var named in File.ReadLines(PathIn(folder)).Select(ReadLine).OfType<NamedBlob>())
        {
            if (named.Row is { } row)
            {
                blobs[named.Name] = row;
            }
            else
            {
                blobs.Remove(named.Name);
            }
        }

        return blobs;
    }

    public void Dispose() => _file.Dispose();

    private void Write(BlobName name, BlobRow? row)
    {
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(NamedBlob.Of(name, row), OfficeJson.Stored), (byte)'\n']);
        _file.Flush();
    }

    private static NamedBlob? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<NamedBlob>(line, OfficeJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="C">Container.</param>
    /// <param name="P">Path.</param>
    /// <param name="File">Number of the file; null when the blob is gone.</param>
    private sealed record NamedBlob(
        string C, string P, long? File, long Length, string? Type, IReadOnlyDictionary<string, string>? Metadata, long CreatedAt, long? SealedUntil)
    {
        [JsonIgnore]
        public BlobName Name => new(C, P);

        [JsonIgnore]
        public BlobRow? Row =>
            File is { } file && Type is { } type
                ? new BlobRow(file, Length, new BlobFacts(type, Metadata ?? new Dictionary<string, string>()), CreatedAt, SealedUntil) : null;

        public static NamedBlob Of(BlobName name, BlobRow? row) =>
            new(name.Container, name.Path, row?.Tag, row?.Length ?? 0, row?.Facts.ContentType, row?.Facts.Metadata, row?.CreatedAt ?? 0, row?.SealedUntil);
    }
}
