using Azure.Communication.Email;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Security.KeyVault.Keys;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;

namespace PublicAdmin.Azure;

/// <summary>The Azure services behind the ports. One identity opens all of them.</summary>
internal static class AzureServices
{
    public static IServiceCollection AddAzureServices(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetRequiredSection(AzureSettings.Section).Get<AzureSettings>()!;
        var bus = configuration[$"{Queues.Connection}:fullyQualifiedNamespace"] ?? throw new InvalidOperationException($"No {Queues.Connection}.");
        var identity = IdentityOf(settings);
        return services
            .AddSingleton(identity)
            .AddSingleton(new ReferenceStart(Waits: true))
            .AddSingleton(_ => new TableServiceClient(settings.Tables, identity, Patience.Bound(new TableClientOptions())))
            .AddSingleton(_ => new BlobServiceClient(settings.Blobs, identity, Patience.Bound(new BlobClientOptions())))
            .AddSingleton(_ => new ServiceBusClient(bus, identity, Patience.OfBus))
            .AddSingleton(_ => new KeyClient(settings.Vault, identity, Patience.Bound(new KeyClientOptions())))
            .AddSingleton<ITables>(all => new CountedTables(ActivatorUtilities.CreateInstance<TableStorageTables>(all), all.GetRequiredService<StorageMeter>()))
            .AddSingleton<IBlobs>(
                all => new CountedBlobs(ActivatorUtilities.CreateInstance<BlobStorageBlobs>(all, settings.Seal), all.GetRequiredService<StorageMeter>()))
            .AddSingleton<IStoreTraces, TableStorageTraces>()
            .AddSingleton<IBlobLinks, DelegatedBlobLinks>()
            .AddSingleton<IBlobLists, BlobStorageLists>()
            .AddSingleton<IQueueSender>(
                all => new CountedQueueSender(ActivatorUtilities.CreateInstance<ServiceBusQueueSender>(all), all.GetRequiredService<StorageMeter>()))
            .AddSingleton<IAnnouncedWrites, AnnouncedWrites>()
            .AddSingleton<IDeadLetters, ServiceBusDeadLetters>()
            .AddSingleton<IVirusScanner, DefenderVerdicts>()
            .AddSingleton<ISigningKeys, KeyVaultSigningKeys>()
            .AddSingleton<IVaultKey, KeyVaultDataKey>()
            .AddSingleton(_ => new EmailClient(settings.Email, identity, Patience.Bound(new EmailClientOptions())))
            .AddSingleton<IMailer>(all => MailerOf(all, settings));
    }

    private static WatchedMailer MailerOf(IServiceProvider all, AzureSettings settings) => new(
        all.GetRequiredService<IOptions<MailSettings>>().Value.Host.Length > 0
            ? all.GetRequiredService<SmtpMailer>()
            : new CommunicationMailer(all.GetRequiredService<EmailClient>(), settings),
        all.GetRequiredService<LineWatch>());

    internal static TokenCredential IdentityOf(AzureSettings settings) => settings.ClientId.Length > 0
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.ClientId))
        : new AzureCliCredential();
}
