using System.Globalization;
using System.Runtime.InteropServices;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// The bytes of blobs: one file per number, never changed once it has its name. Written as <c>.part</c>, flushed, renamed, the folder
/// flushed: a file with a final name is whole, whatever happens. Names are numbers of ours, so no caller's name can leave the folder.
/// </summary>
internal sealed class BlobFiles
{
    private readonly string _folder;
    private readonly KillSwitch? _killSwitch;

    public BlobFiles(string folder, KillSwitch? killSwitch = null)
    {
        (_folder, _killSwitch) = (folder, killSwitch);
        for (var number = 0; number <= 0xFF; number++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(number))!);
        }

        Flush(folder);
    }

    /// <returns>How many bytes were written.</returns>
    public Task<long> WriteAsync(long number, IEnumerable<Stream> parts, CancellationToken ct) =>
        _killSwitch is null ? WriteFileAsync(number, parts, ct) : _killSwitch.GuardAsync(() => WriteFileAsync(number, parts, ct));

    public FileStream Open(long number) =>
        new(PathOf(number), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);

    public void Delete(long number) => File.Delete(PathOf(number));

    /// <summary>Every number that has a file, whole or not.</summary>
    public IEnumerable<long> All() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(path => long.Parse(Path.GetFileName(path).Split('.')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public void DeleteRemains(long number)
    {
        File.Delete(PathOf(number));
        File.Delete(PathOf(number) + ".part");
    }

    private async Task<long> WriteFileAsync(long number, IEnumerable<Stream> parts, CancellationToken ct)
    {
        var path = PathOf(number);
        try
        {
            await using var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);
            foreach (var part in parts)
            {
                await part.CopyToAsync(file, ct);
            }

            await file.FlushAsync(ct);
            var length = file.Length;
            await FlushThreads.RunAsync(() => Finish(file, path));
            return length;
        }
        finally
        {
            File.Delete(path + ".part"); // Still there when the sender went away half-way.
        }
    }

    private static void Finish(FileStream file, string path)
    {
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        file.Dispose(); // Windows renames no open file.
        File.Move(path + ".part", path);
        Flush(Path.GetDirectoryName(path)!);
    }

    // Two hundred and fifty-six folders, so that none holds millions of files.
    private string PathOf(long number) => Path.Combine(
        _folder, (number & 0xFF).ToString("x2", CultureInfo.InvariantCulture), number.ToString("x16", CultureInfo.InvariantCulture));

    // A rename is on the disk only when its folder is. Windows does this by itself and cannot be asked.
    private static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = open(directory, 0);
        if (handle < 0 || fsync(handle) != 0 || close(handle) != 0)
        {
            throw new IOException($"The folder cannot be flushed: errno {Marshal.GetLastPInvokeError()}.");
        }
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Three plain calls of libc under their own names.
    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open(string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
