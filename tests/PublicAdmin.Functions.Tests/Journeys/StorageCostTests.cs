using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;
using Xunit.Abstractions;

namespace PublicAdmin.Tests.Journeys;

/// <summary>What a dossier's whole life asks of storage: in Azure that is its price. tests/Load prints the same figures.</summary>
public sealed class StorageCostTests(ITestOutputHelper told)
{
    [Theory]
    [InlineData(StorageOperation.TableRead, 38)]
    [InlineData(StorageOperation.TableScan, 14)] // The lists follow twice: once before the seal, once after the return.
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

    /// <summary>Operations that grow or shrink are written into operations.tsv anew, and with them what infra/README says of each door.</summary>
    [Fact]
    public async Task Each_door_of_a_journey_asks_of_storage_what_is_written_down()
    {
        await using var office = await Office.OpenAsync();
        var meter = office.The<StorageMeter>();

        var counted = await JourneyOperations.CountAsync(office, () => Spent(meter.Totals));

        told.WriteLine(string.Join('\n', counted));
        Assert.Equal(JourneyOperations.Known.Select(WithoutSignatures), counted.Select(WithoutSignatures)); // No vault here that counts them.
    }

    private static string WithoutSignatures(string line) => line[..line.LastIndexOf('\t')];

    private static Operations Spent(IReadOnlyDictionary<StorageOperation, long> totals) => new(
        totals[StorageOperation.TableRead], totals[StorageOperation.TableScan], totals[StorageOperation.TableWrite],
        totals[StorageOperation.MessageSent], totals[StorageOperation.BlobRead], totals[StorageOperation.BlobWrite], 0);

    private static async Task WalkAsync(Office office)
    {
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", filed.Code, proposal: Proposals.MaritalStatus);
        await office.DeliverMessagesAsync();
        Assert.Equal(Phase.Returned, (await office.As("mai").ReadDossierAsync(filed.Code)).Phase);
    }
}
