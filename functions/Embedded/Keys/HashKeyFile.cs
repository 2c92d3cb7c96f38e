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
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new StreamWriter(path, options);
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(path);
    }
}
