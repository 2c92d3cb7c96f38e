using System.Text;

namespace PublicAdmin.Embedded;

/// <summary>Files for the office's own account only: mode 0600, folders 0700. Windows inherits the rights of the data folder instead.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file, durably.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    public static void Create(string path, string text)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyMe;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OnlyMe | UnixFileMode.UserExecute);
        }
    }
}
