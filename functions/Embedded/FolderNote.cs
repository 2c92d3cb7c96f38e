using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded;

/// <summary>
/// What the folder of the office knows outside its database: which hash key is its own, and how many starts the database has counted. A folder that
/// has lost its database, has an older one, or another key is not opened, for the office would give out codes and secrets a second time and find none of
/// its people. The line is signed with the hash key (HMAC-SHA-256).
/// </summary>
/// <param name="Key">Names the hash key without telling it: 16 hex digits of its SHA-256.</param>
/// <param name="Starts">The count in table Numbers; it only grows.</param>
internal sealed record FolderNote(string Key, long Starts)
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
            if (database.Exists && key is null)
            {
                throw FolderLostException.OfKey(folder);
            }

            return; // A new folder, or one of a version before this note.
        }

        if (key is null || !HashKeyFile.IsKey(key) || Read(line, key) is not { } note || note.Key != NameOf(key))
        {
            throw FolderLostException.OfKey(folder);
        }

        if (!restoring && (!database.Exists || database.Length == 0))
        {
            throw FolderLostException.OfDatabase(folder);
        }

        if (!Directory.Exists(Path.Combine(folder, "blobs")) && File.Exists(BlobNames.PathIn(folder)))
        {
            throw FolderLostException.OfBlobs(folder);
        }
    }

    /// <summary>Held against the database that was opened, whose count has just grown by this start; then written anew.</summary>
    public static void Stamp(string folder, string hashKey, long starts, bool restoring)
    {
        if (!restoring && TextOf(Path.Combine(folder, Name)) is { } line && Read(line, hashKey) is { } note && starts <= note.Starts)
        {
            throw FolderLostException.OfDatabase(folder);
        }

        PrivateFiles.Replace(Path.Combine(folder, Name), new FolderNote(NameOf(hashKey), starts).Line(hashKey));
    }

    private static FolderNote? Read(string line, string hashKey) =>
        line.Split(' ') is [var key, var starts, _] && long.TryParse(starts, CultureInfo.InvariantCulture, out var count)
            && new FolderNote(key, count) is var note && note.Line(hashKey) == line
            ? note
            : null;

    private string Line(string hashKey)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Key} {Starts}");
        return $"{said} {new KeyedHashes(hashKey).Of("folder-note", said)}";
    }

    private static string NameOf(string hashKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(hashKey)))[..16];

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}

/// <summary>The folder has lost something without which the office must not open. One sentence in each language says what, and the way back.</summary>
internal sealed class FolderLostException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static FolderLostException OfDatabase(string folder) => new(
        $"Cơ sở dữ liệu office.db của {folder} đã mất hoặc là bản cũ: hãy đặt lại tệp từ bản sao lưu, hoặc mở lại với --Embedded:Restore=true sau khi bỏ tệp "
            + $"cũ (infra/README.md, Seals and the way back). "
        + "The database office.db of this folder is gone or an older one: put it back from a backup, or take the old file away and open with "
        + "--Embedded:Restore=true.");

    public static FolderLostException OfKey(string folder) => new(
        $"Khóa băm hash.key của {folder} đã mất, hỏng hoặc không phải khóa của thư mục này: hãy đặt lại tệp từ bản sao lưu; không có nó thì không tìm được hồ "
            + $"sơ của ai. "
        + "The hash key of this folder is gone, damaged or another's: put the file back from a backup; without it nobody's dossiers are found.");

    public static FolderLostException OfBlobs(string folder) => new(
        $"Thư mục blobs của {folder} đã mất: hãy đặt lại từ bản sao lưu; trong đó có giấy tờ, kết quả và các bản niêm phong. "
        + "The folder blobs is gone: put it back from a backup; papers, results and seals lie in it.");

    public static FolderLostException OfDamage(string folder, Exception inner) => new(
        $"Cơ sở dữ liệu office.db của {folder} bị hỏng: hãy đặt lại từ bản sao lưu, hoặc bỏ các tệp office.db* rồi mở lại với --Embedded:Restore=true. "
        + "The database office.db of this folder is damaged: put it back from a backup, or take the files office.db* away and open with "
        + "--Embedded:Restore=true.", inner);

    public static FolderLostException OfFile(string path, Exception inner) => new(
        $"Không đọc được khóa trong tệp {path}: hãy đặt lại tệp từ bản sao lưu. The key in this file cannot be read: put the file back from a backup.", inner);
}
