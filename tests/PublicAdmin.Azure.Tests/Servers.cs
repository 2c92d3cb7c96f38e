using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Azure.Bus;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure;

/// <summary>
/// Which servers there are to prove the contracts against: without a word Azurite, where npm has it. A connection string is an emulator's: in Azure nothing
/// has one. A bare name is a service in Azure, opened with the developer's own sign-in (az login).
/// </summary>
internal static class Servers
{
    /// <summary>The name of a storage account; empty for Azurite, which the tests start themselves.</summary>
    public const string StorageVariable = "TEST_STORAGE";

    /// <summary>
    /// The connection string of the Service Bus emulator, or <c>name.servicebus.windows.net</c>; empty for the stand-in, which the tests start themselves.
    /// </summary>
    public const string BusVariable = "TEST_SERVICEBUS";

    // An empty queue with sessions keeps a receiver waiting this long.
    private static readonly ServiceBusClientOptions Impatient =
        new() { RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(3), MaxRetries = 1 } };

    private static readonly ServiceBusClientOptions Quick =
        new() { RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(3), MaxRetries = 0 } };
    private static readonly Lazy<StandInBus> StandIn = new(() => new StandInBus(BusLock));

    /// <summary>How long a message or session of this bus is locked: with the stand-in seconds, else as infra/ says.</summary>
    public static TimeSpan BusLock => IsStandIn ? TimeSpan.FromSeconds(20) : Queues.Of(Queues.Notifications).Lock;

    /// <summary>Whether the stand-in has something for whoever listens; of any other bus nobody knows.</summary>
    public static bool BusHasDue(string queue) => IsStandIn && StandIn.Value.HasDue(queue);

    /// <summary>How long to look into a queue of this bus that may be empty.</summary>
    public static TimeSpan BusPatience => IsStandIn ? TimeSpan.FromMilliseconds(600) : TimeSpan.FromSeconds(2);

    private static bool IsStandIn => Named(BusVariable).Length == 0;

    public static TableServiceClient Tables() => Named(StorageVariable) is { Length: > 0 } account
        ? new(new Uri($"https://{account}.table.core.windows.net"), new AzureCliCredential())
        : Azurite.Running.TableAccount();

    public static BlobServiceClient Blobs() => Named(StorageVariable) is { Length: > 0 } account
        ? new(new Uri($"https://{account}.blob.core.windows.net"), new AzureCliCredential())
        : Azurite.Running.BlobAccount();

    /// <summary>A client with no token that trusts the emulator's certificate.</summary>
    public static HttpClient Anybody() => new(StandInCertificate.Trusting());

    public static ServiceBusClient Bus() => IsStandIn
        ? new(StandIn.Value.Connection, Quick)
        : IsEmulator(BusVariable) ? new(Named(BusVariable), Impatient)
        : new(Named(BusVariable), new AzureCliCredential(), Impatient);

    /// <summary>Why a contract cannot be proven here; null when it can.</summary>
    /// <param name="contract">The file of the tests: those of queues always have the stand-in, the others want storage.</param>
    public static string? Missing(string contract)
    {
        var name = Path.GetFileName(contract);
        return name.StartsWith("ServiceBus", StringComparison.Ordinal) || name.StartsWith("Queue", StringComparison.Ordinal) ? null : MissingStorage();
    }

    /// <summary>Why something that emulators cannot do cannot be proven here; null when it can.</summary>
    public static string? MissingInAzure() =>
        Named(StorageVariable).Length == 0 ? $"{StorageVariable} names no account in Azure, and Azurite cannot do this." : null;

    private static string? MissingStorage() =>
        Named(StorageVariable).Length == 0 && Azurite.Program is null ? "Not installed: azurite (npm; .ci/run installs it)." : null;

    private static string Named(string variable) => Environment.GetEnvironmentVariable(variable) ?? "";

    private static bool IsEmulator(string variable) => Named(variable).Contains('=', StringComparison.Ordinal);
}
