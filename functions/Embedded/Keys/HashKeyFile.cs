using System.Security.Cryptography;

namespace PublicAdmin.Embedded.Keys;

/// <summary>The hash key of an embedded office: made at the first start, kept in its folder, readable by its owner only.</summary>
internal static class HashKeyFile
{
    public static string ReadOrCreate(string folder)
    {
        var path = Path.Combine(folder, "hash.key");
        if (!File.Exists(path))
        {
            PrivateFiles.Replace(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        var key = File.ReadAllText(path).Trim();
        return IsKey(key) ? key : throw FolderLostException.OfKey(folder);
    }

    /// <summary>Base64 of at least 32 bytes.</summary>
    public static bool IsKey(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out var bytes) && bytes >= 32;
}
