using System.Runtime.InteropServices;
using System.Text;

namespace PublicAdmin.Embedded;

/// <summary>Files for the office's own account only: mode 0600, folders 0700. Windows inherits the rights of the data folder instead.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>From now on nobody else reads what this process writes: files are made with 0600 and folders with 0700, whoever makes them.</summary>
    public static void KeepFromOthers(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = umask(0b000_111_111);
            File.SetUnixFileMode(folder, OnlyMe | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes a file or puts another in its place, durably and at one stroke.</summary>
    public static void Replace(string path, string text)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        File.Delete(path + ".new");
        Create(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

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

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // One plain call of libc under its own name.
    [DllImport("libc")]
    private static extern uint umask(uint mask);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
