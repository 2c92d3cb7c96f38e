using System.Buffers;
using System.Runtime.InteropServices;
using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>Writes what is large in slices, each sent to the disk before the next begins, so that no commit waits for more than one of them.</summary>
internal sealed class LargeFiles(DiskTurns turns)
{
    private const int Slice = 256 * 1024;

    /// <summary>Blocks its thread. What is written still has to be flushed, and then little is left to do.</summary>
    public void Copy(Stream from, FileStream to)
    {
        var slice = ArrayPool<byte>.Shared.Rent(Slice);
        try
        {
            for (int read; (read = from.ReadAtLeast(slice.AsSpan(0, Slice), Slice, throwOnEndOfStream: false)) > 0;)
            {
                turns.AwaitCommit();
                to.Write(slice, 0, read);
                SendToDisk(to, to.Position - read, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(slice);
        }

        turns.AwaitCommit();
    }

    // Only Linux can be asked for a part of a file; elsewhere, and on file systems that cannot, the flush at the end does all of it. A fault is told once:
    // who does not look here hears nothing of it there.
    private static void SendToDisk(FileStream file, long from, int length)
    {
        const uint WaitAndWrite = 1 | 2 | 4;
        const int Invalid = 22;
        const int NotThere = 38;
        const int NotSupported = 95;
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64)
        {
            if (sync_file_range((int)file.SafeFileHandle.DangerousGetHandle(), from, length, WaitAndWrite) != 0
                && Marshal.GetLastPInvokeError() is not (Invalid or NotThere or NotSupported) and var fault)
            {
                throw new IOException($"A part of a file cannot be written: errno {fault}.");
            }
        }
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // A plain call of libc under its own name.
    [DllImport("libc", SetLastError = true)]
    private static extern int sync_file_range(int handle, long offset, long length, uint flags);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
