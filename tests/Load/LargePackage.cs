using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Archive.Packages;
using PublicAdmin.Embedded;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Load;

/// <summary>
/// A package for the archive of more than 4 GiB in more than 65,535 files, written as every package is, block by block into the store of an embedded office;
/// unzip, which knows nothing of us, reads all of it back.
/// </summary>
internal static class LargePackage
{
    private const int Large = 1_100;
    private const int LargeBytes = 4 * 1024 * 1024;
    private const int Small = 65_600;

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-load-").FullName;
        await using var office = EmbeddedOffice.Build([$"--Embedded:Folder={folder}", "--Embedded:SampleData=false", "--Embedded:ManualTriggers=true"]);
        try
        {
            var (watch, name) = (Stopwatch.StartNew(), new BlobName(Containers.Archive, "H18.61-260101-0001/1-load.zip"));
            var bytes = await WriteAsync(office.Services.GetRequiredService<IBlobs>(), name);
            Report.Print("package: MB written a second", bytes / 1e6 / watch.Elapsed.TotalSeconds, "");
            Report.Print("  its size", bytes / 1e6, "MB");
            Report.Print("  memory, peak, this program's with it", Memories.PeakOf(Environment.ProcessId), "MB");
            var zip = Directory.EnumerateFiles(Path.Combine(folder, "blobs"), "*", SearchOption.AllDirectories).MaxBy(file => new FileInfo(file).Length)!;
            using var unzip = Process.Start(new ProcessStartInfo("unzip", ["-tqq", zip]))!;
            await unzip.WaitForExitAsync();
            Report.Print("  unzip found faults (0: none)", unzip.ExitCode, "", 0);
        }
        finally
        {
            await office.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<long> WriteAsync(IBlobs blobs, BlobName name)
    {
        await using var target = new BlockStream(blobs, name);
        await using (var bag = new BagWriter(target, "H18.61-260101-0001", DateTimeOffset.UnixEpoch.AddYears(56)))
        {
            var file = RandomNumberGenerator.GetBytes(LargeBytes);
            for (var n = 0; n < Large; n++)
            {
                await bag.AddAsync(string.Create(CultureInfo.InvariantCulture, $"documents/papers/{n:D6}.tif"), new MemoryStream(file), default);
            }

            for (var n = 0; n < Small; n++)
            {
                await bag.AddAsync(string.Create(CultureInfo.InvariantCulture, $"seals/{n:D6}.json"), new MemoryStream("{}"u8.ToArray()), default);
            }

            await bag.CloseAsync([], (manifest, _) => Task.FromResult<Result<byte[]>>(SHA256.HashData(manifest)), default);
        }

        await target.CommitAsync("application/zip", default);
        return target.Written;
    }
}
