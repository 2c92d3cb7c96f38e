using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded;

/// <summary>
/// What the folder of the office knows outside its database: which keys are its own, how many starts the database has counted and how many serials of
/// dossiers it has given out. A folder that has lost its database, has an older one, or lacks a key is not opened, for the office would give out codes and
/// secrets a second time and find none of its people. The line is signed with the hash key (HMAC-SHA-256).
/// </summary>
/// <param name="Key">Names the hash key without telling it: 16 hex digits of its SHA-256.</param>
/// <param name="Starts">The count in table Numbers; it only grows.</param>
/// <param name="Serials">Given out by all offices on all days; it only grows.</param>
/// <param name="SigningKeys">Names of the keys below <c>keys</c>, with commas between them.</param>
internal sealed record FolderNote(string Key, long Starts, long Serials = 0, string SigningKeys = "")
{
    private const string Name = "office.note";

    /// <summary>Held against the folder before anything in it is opened or made.</summary>
    /// <param name="folder">The folder of the office.</param>
    /// <param name="hashKey">The key as configured; null when it is the folder's own.</param>
    /// <param name="restoring">The database may be missing: it is about to come back from the seals.</param>
    /// <exception cref="FolderLostException">Something of it is gone.</exception>
    public static void Check(string folder, string? hashKey, bool restoring)
    {
        var key = hashKey ?? TextOf(Path.Combine(folder, "hash.key"));
        var database = new FileInfo(Path.Combine(folder, "office.db"));
        if (TextOf(Path.Combine(folder, Name)) is not { } line)
        {
            CheckNew(folder, key, database.Exists, restoring);
            return;
        }

        if (key is null || !HashKeyFile.IsKey(key) || Read(line, key) is not { } note || note.Key != NameOf(key))
        {
            throw FolderLostException.OfKey(folder);
        }

        if (!restoring && (!database.Exists || database.Length == 0))
        {
            throw FolderLostException.OfDatabase(folder);
        }

        CheckFiles(folder, note);
    }

    // A new folder has no papers yet. Beside a database of a version before this note anything may lie.
    private static void CheckNew(string folder, string? key, bool hasDatabase, bool restoring)
    {
        if (hasDatabase ? key is null : !restoring && FolderMark.HasPapers(folder))
        {
            throw hasDatabase ? FolderLostException.OfKey(folder) : FolderLostException.OfDatabase(folder);
        }
    }

    private static void CheckFiles(string folder, FolderNote note)
    {
        if (!Directory.Exists(Path.Combine(folder, "blobs")) && File.Exists(BlobNames.PathIn(folder)))
        {
            throw FolderLostException.OfBlobs(folder);
        }

        if (note.SigningKeys.Split(',', StringSplitOptions.RemoveEmptyEntries).Except(SigningKeysOf(folder)).FirstOrDefault() is { } lost)
        {
            throw FolderLostException.OfSigningKey(folder, lost);
        }
    }

    /// <summary>Held against the database that was opened, whose count has just grown by this start; then written anew.</summary>
    /// <param name="mark">What that database knows of its folder.</param>
    public static void Stamp(string folder, string hashKey, long starts, bool restoring, string? mark)
    {
        var note = Find(folder, hashKey);
        if (!restoring && mark is not null && (note is null || mark != NameOf(hashKey)))
        {
            throw mark != NameOf(hashKey) ? FolderLostException.OfKey(folder) : FolderLostException.OfNote(folder);
        }

        if (!restoring && note is not null && starts <= note.Starts)
        {
            throw FolderLostException.OfDatabase(folder);
        }

        ((note ?? new FolderNote(NameOf(hashKey), 0)) with { Starts = starts }).Write(folder, hashKey);
    }

    /// <summary>Held against what the database says it has given out.</summary>
    /// <exception cref="FolderLostException">It is an older one: dossiers are missing.</exception>
    public static void Compare(string folder, string hashKey, long serials)
    {
        if (Find(folder, hashKey) is { } note && serials < note.Serials)
        {
            throw FolderLostException.OfDatabase(folder);
        }
    }

    /// <summary>Notes what the folder holds now.</summary>
    public static void Count(string folder, string hashKey, long serials)
    {
        var note = Find(folder, hashKey);
        var now = note is null ? null : note with { Serials = serials, SigningKeys = string.Join(',', SigningKeysOf(folder)) };
        if (now != note)
        {
            now!.Write(folder, hashKey);
        }
    }

    private static FolderNote? Find(string folder, string hashKey) => TextOf(Path.Combine(folder, Name)) is { } line ? Read(line, hashKey) : null;

    // A line of three words is of a version before the counts.
    private static FolderNote? Read(string line, string hashKey)
    {
        var words = line.Split(' ');
        if (words.Length is not (3 or 5) || !long.TryParse(words[1], CultureInfo.InvariantCulture, out var starts))
        {
            return null;
        }

        var said = string.Join(' ', words[..^1]);
        return words[^1] != Signed(said, hashKey) ? null
            : words.Length == 3 ? new FolderNote(words[0], starts)
            : long.TryParse(words[2], CultureInfo.InvariantCulture, out var serials) ? new FolderNote(words[0], starts, serials, words[3].Trim('-'))
            : null;
    }

    private static IEnumerable<string> SigningKeysOf(string folder)
    {
        var keys = new DirectoryInfo(Path.Combine(folder, "keys"));
        return keys.Exists
            ? keys.EnumerateDirectories().Where(key => key.EnumerateFiles("*.pem").Any()).Select(key => key.Name).Order(StringComparer.Ordinal) : [];
    }

    private void Write(string folder, string hashKey)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Key} {Starts} {Serials} {(SigningKeys.Length > 0 ? SigningKeys : "-")}");
        PrivateFiles.Replace(Path.Combine(folder, Name), $"{said} {Signed(said, hashKey)}");
    }

    private static string Signed(string said, string hashKey) => new KeyedHashes(hashKey).Of("folder-note", said);

    internal static string NameOf(string hashKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(hashKey)))[..16];

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
