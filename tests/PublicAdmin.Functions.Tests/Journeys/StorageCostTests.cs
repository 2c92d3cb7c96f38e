using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>What a dossier's whole life asks of storage: in Azure that is its price. tests/Load prints the same figures.</summary>
public sealed class StorageCostTests
{
    [Theory]
    [InlineData(StorageOperation.TableRead, 51)]
    [InlineData(StorageOperation.TableScan, 18)] // The lists follow twice: once before the seal, once after the return.
    [InlineData(StorageOperation.TableWrite, 40)]
    [InlineData(StorageOperation.RowWritten, 75)]
    [InlineData(StorageOperation.MessageSent, 20)] // Two letters more than once: that it arrived, and that the result was handed over.
    public async Task A_journey_stays_within_its_budget(StorageOperation operation, long most)
    {
        await using var office = await Office.OpenAsync();
        await WalkAsync(office); // Fills what is kept in memory.
        var before = office.The<StorageMeter>().Totals[operation];

        await WalkAsync(office);

        Assert.InRange(office.The<StorageMeter>().Totals[operation] - before, 1, most);
    }

    private static async Task WalkAsync(Office office)
    {
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", filed.Code);
        await office.DeliverMessagesAsync();
        Assert.Equal(Phase.Returned, (await office.As("mai").ReadDossierAsync(filed.Code)).Phase);
    }
}
