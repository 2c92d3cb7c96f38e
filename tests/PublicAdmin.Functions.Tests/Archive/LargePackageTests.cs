using System.Globalization;
using PublicAdmin.Archive.Packages;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>A package may have more files than a ZIP of old could count; more bytes than it could count are written by <c>tests/Load package</c>.</summary>
public sealed class LargePackageTests
{
    private const int Files = 65_600; // More than two bytes count.

    [FactNeeding("unzip")]
    public async Task More_than_65_535_files_are_written_as_they_come_and_read_back_by_unzip()
    {
        await using var office = await Office.OpenAsync();
        var name = new BlobName(Containers.Archive, "H18.61-260101-0001/1-large.zip");
        await using var target = new BlockStream(office.The<IBlobs>(), name);
        await using (var bag = new BagWriter(target, "H18.61-260101-0001", DateTimeOffset.UnixEpoch.AddYears(56)))
        {
            for (var n = 0; n < Files; n++)
            {
                await bag.AddAsync(string.Create(CultureInfo.InvariantCulture, $"seals/{n:D6}.json"), new MemoryStream("{}"u8.ToArray()), default);
            }

            Assert.Null(await bag.CloseAsync([], (_, _) => Task.FromResult<Result<byte[]>>(new byte[] { 1 }), default));
        }

        await target.CommitAsync("application/zip", default);
        using var folder = new TempFolder();
        var zip = folder.Write("large.zip", (await office.The<IBlobs>().ReadAsync(name, default))!);
        var tested = OutsideTool.Run("unzip", "-tqq", zip);
        var listed = OutsideTool.Run("unzip", "-Z", "-h", zip);

        Assert.True(tested.ExitCode == 0, tested.Output);
        Assert.Contains((Files + 5).ToString(CultureInfo.InvariantCulture), listed.Output, StringComparison.Ordinal);
    }
}
