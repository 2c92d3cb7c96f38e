using System.Globalization;
using System.Runtime.InteropServices;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// The bytes of blobs: one file per number, never changed once it is written. File and folder are flushed before a row names the file, so
/// a named file is whole, whatever happens; it needs no second name until then, which would cost the disk another turn. Names are numbers
/// of ours, so no caller's name can leave the folder.
/// </summary>
internal sealed class BlobFiles
{
    // Bytes from which a file waits for other large ones, and no short write for it.
    private const int Large = 512 * 1024;

    private readonly string _folder;
    private readonly KillSwitch? _killSwitch;
    private readonly LargeFiles _large;

    /// <param name="turns">Of the database on the same disk; null where nobody writes to one meanwhile.</param>
    public BlobFiles(string folder, KillSwitch? killSwitch = null, DiskTurns? turns = null)
    {
        (_folder, _killSwitch, _large) = (folder, killSwitch, new LargeFiles(turns ?? new DiskTurns()));
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

    public bool Has(long number) => File.Exists(PathOf(number));

    public void Delete(long number) => File.Delete(PathOf(number));

    /// <summary>Every number that has a file, whole or not.</summary>
    public IEnumerable<long> All() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(path => long.Parse(Path.GetFileName(path), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    // What is in memory already is written by the thread that flushes it: no file is handed from thread to thread on its way to the disk.
    private Task<long> WriteFileAsync(long number, IEnumerable<Stream> parts, CancellationToken ct)
    {
        var all = parts.ToList();
        return !all.TrueForAll(part => part.GetType() == typeof(MemoryStream)) ? CopyFileAsync(number, all, ct)
            : all.Sum(part => part.Length) < Large ? FlushThreads.RunAsync(() => WriteFile(number, all, static (part, file) => part.CopyTo(file), ct))
            : LowPriority.InTurnAsync(() => WriteFile(number, all, _large.Copy, ct));
    }

    private long WriteFile(long number, List<Stream> parts, Action<Stream, FileStream> copy, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var path = PathOf(number);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 0);
        try
        {
            parts.ForEach(part => copy(part, file));
            Flush(file, Path.GetDirectoryName(path)!);
            return file.Length;
        }
        catch
        {
            File.Delete(path); // The disk is full.
            throw;
        }
    }

    private async Task<long> CopyFileAsync(long number, List<Stream> parts, CancellationToken ct)
    {
        var path = PathOf(number);
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        try
        {
            foreach (var part in parts)
            {
                await part.CopyToAsync(file, ct);
            }

            await file.FlushAsync(ct);
            var flush = new Func<long>(() =>
            {
                Flush(file, Path.GetDirectoryName(path)!);
                return file.Length;
            });
            return await (file.Length < Large ? FlushThreads.RunAsync(flush) : LowPriority.InTurnAsync(flush));
        }
        catch
        {
            File.Delete(path); // The sender went away half-way, or the disk is full.
            throw;
        }
    }

    private static void Flush(FileStream file, string directory)
    {
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        Flush(directory);
    }

    // Two hundred and fifty-six folders, so that none holds millions of files.
    private string PathOf(long number) => Path.Combine(
        _folder, (number & 0xFF).ToString("x2", CultureInfo.InvariantCulture), number.ToString("x16", CultureInfo.InvariantCulture));

    // A new file is on the disk only when its folder is. Windows does this by itself and cannot be asked.
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
