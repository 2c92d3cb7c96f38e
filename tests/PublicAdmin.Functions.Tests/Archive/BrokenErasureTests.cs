using System.Net;
using System.Text;
using PublicAdmin.Archive.Erasure;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Wherever an erasure breaks off it comes to its end, and then nothing is left that could be read.</summary>
public sealed class BrokenErasureTests : DueErasures
{
    [Theory]
    [InlineData(11)]
    [InlineData(WellBegun)]
    [InlineData(LastSteps)]
    public async Task Broken_off_it_can_no_longer_be_held_and_comes_to_its_end_by_itself(int step)
    {
        var (key, others) = (await WrappedKeyAsync(First), await WrappedKeyAsync(Second));
        Office.DieAt(step);
        await Assert.ThrowsAnyAsync<Exception>(async () => (await DecideAsync(First)).EnsureSuccessStatusCode());
        await Office.RestartAsync();
        Assert.Equal("dossier-erased", await (await HoldAsync()).RefusalAsync());
        Assert.NotEmpty(await Office.FilesWithAsync(key));

        await Office.RunTimerAsync(nameof(FinishErasures));

        Assert.Empty(await Office.FilesWithAsync(key));
        Assert.NotEmpty(await Office.FilesWithAsync(others));
        await Office.RunTimerAsync(nameof(FinishErasures)); // Nothing is left to do.
    }

    [Fact]
    public async Task Broken_off_before_anything_was_destroyed_it_is_decided_again()
    {
        Office.DieAt(9);
        await Assert.ThrowsAnyAsync<Exception>(async () => (await DecideAsync(First)).EnsureSuccessStatusCode());
        await Office.RestartAsync();
        Assert.Equal("archive-being-erased", await (await HoldAsync()).RefusalAsync());

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(First)).StatusCode);

        Assert.Equal("dossier-erased", await (await HoldAsync()).RefusalAsync());
    }

    [Fact]
    public async Task Its_key_is_in_no_file_of_the_folder_not_in_the_log_of_the_database_either()
    {
        var (key, others) = (await WrappedKeyAsync(First), await WrappedKeyAsync(Second));
        var copied = Encoding.ASCII.GetBytes(Convert.ToBase64String(key)[..40]);
        Assert.NotEmpty(await Office.FilesWithAsync(key));
        Assert.NotEmpty(await Office.FilesWithAsync(copied));

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(First)).StatusCode);

        Assert.Empty(await Office.FilesWithAsync(key));
        Assert.Empty(await Office.FilesWithAsync(copied));
        Assert.NotEmpty(await Office.FilesWithAsync(others));
    }

    private async Task<byte[]> WrappedKeyAsync(DossierCode code) => (await Office.The<DossierStore>().PartitionAsync(code, default)).WrappedKey!;
}
