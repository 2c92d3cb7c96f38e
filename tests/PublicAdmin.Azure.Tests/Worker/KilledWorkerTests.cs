using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Records;
using PublicAdmin.Payments.Duties;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Portal.Inbound;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Tests.Journeys;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The real worker, killed with a message in hand in every queue function there is.</summary>
[Collection(SharedAzureOffice.Name)]
public sealed class KilledWorkerTests(AzureOffice office)
{
    [Fact]
    public async Task A_worker_that_is_killed_amid_every_kind_of_message_loses_and_doubles_nothing()
    {
        var dying = new DyingOffice(office);

        var receipt = await WholeJourney.GoAsync(dying);
        await office.SendAsync(QueueMessage.Of(Queues.RecordsToRead, $"{receipt.Code}.test", new RecordsWantedFor(receipt.Code)));
        await office.SendAsync(QueueMessage.Of(Queues.Payments, $"{receipt.Code}.test", new DutyPaidFor(receipt.Code)));
        await office.SendAsync(QueueMessage.Of(Queues.PortalSync, $"{receipt.Code}.test", new PortalToHear(receipt.Code, 0), receipt.Code.ToString()));
        await office.SendAsync(QueueMessage.Of(Queues.PortalFiles, $"{receipt.Code}.test", new FilesToFetch(receipt.Code)));
        var linked = await office.As("mai").FileAsync(Filings.LinkedBirth(office.OfficeOf("clerk-muong-ang")));
        await dying.DeliverMessagesAsync();

        Assert.Equal(
            FunctionCatalogue.All.Where(function => function.Trigger is ServiceBusTriggerAttribute).Select(function => function.Name)
                .Order(StringComparer.Ordinal),
            dying.DiedIn.Order(StringComparer.Ordinal));
        office.AssertAllIsDelivered();
        var letters = office.Vault.Letters.Where(letter => letter.Contains(receipt.Code.ToString(), StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(letters);
        Assert.Equal(letters.Distinct(), letters);
        Assert.Single((await office.As("mai").ReadDossierAsync(linked.Code)).Linked!.Parts, part => part.Code is not null);
        Assert.Single(await office.As("clerk-muong-ang").WorkAsync("list=registered"), item => item.Procedure == "1.001193");
    }
}
