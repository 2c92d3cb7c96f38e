using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;

namespace PublicAdmin.Tests.Azure;

/// <summary>
/// Which servers there are to prove the contracts against. A connection string is an emulator's: in Azure nothing has one. A bare name is
/// a service in Azure, opened with the developer's own sign-in (az login).
/// </summary>
internal static class Servers
{
    /// <summary>Azurite's <c>UseDevelopmentStorage=true</c>, or the name of a storage account.</summary>
    public const string StorageVariable = "TEST_STORAGE";

    /// <summary>The connection string of the Service Bus emulator, or <c>name.servicebus.windows.net</c>.</summary>
    public const string BusVariable = "TEST_SERVICEBUS";

    // An empty queue with sessions keeps a receiver waiting this long.
    private static readonly ServiceBusClientOptions Impatient = new() { RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(3), MaxRetries = 1 } };

    public static TableServiceClient Tables() => IsEmulator(StorageVariable)
        ? new(Named(StorageVariable))
        : new(new Uri($"https://{Named(StorageVariable)}.table.core.windows.net"), new AzureCliCredential());

    public static BlobServiceClient Blobs() => IsEmulator(StorageVariable)
        ? new(Named(StorageVariable))
        : new(new Uri($"https://{Named(StorageVariable)}.blob.core.windows.net"), new AzureCliCredential());

    public static ServiceBusClient Bus() => IsEmulator(BusVariable)
        ? new(Named(BusVariable), Impatient)
        : new(Named(BusVariable), new AzureCliCredential(), Impatient);

    /// <summary>Why a contract cannot be proven here; null when it can.</summary>
    /// <param name="contract">The file of the tests: those of queues want a bus, those of links an account in Azure, the others storage.</param>
    public static string? Missing(string contract)
    {
        var name = Path.GetFileName(contract);
        if (name.StartsWith("BlobLink", StringComparison.Ordinal))
        {
            return MissingInAzure();
        }

        var variable = name.StartsWith("ServiceBus", StringComparison.Ordinal) || name.StartsWith("Queue", StringComparison.Ordinal) ? BusVariable : StorageVariable;
        return Named(variable).Length == 0 ? $"{variable} names no server." : null;
    }

    /// <summary>Why something that emulators cannot do cannot be proven here; null when it can.</summary>
    public static string? MissingInAzure() =>
        Named(StorageVariable).Length == 0 || IsEmulator(StorageVariable) ? $"{StorageVariable} names no account in Azure." : null;

    private static string Named(string variable) => Environment.GetEnvironmentVariable(variable) ?? "";

    private static bool IsEmulator(string variable) => Named(variable).Contains('=', StringComparison.Ordinal);
}
