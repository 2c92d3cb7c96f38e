using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;

namespace PublicAdmin.Tests.Azure;

/// <summary>Which servers there are to prove the contracts against. Connection strings here are those of emulators; in Azure nothing has one.</summary>
internal static class Servers
{
    /// <summary>Azurite's: <c>UseDevelopmentStorage=true</c>.</summary>
    public const string StorageVariable = "TEST_STORAGE";

    /// <summary>The Service Bus emulator's.</summary>
    public const string BusVariable = "TEST_SERVICEBUS";

    public static TableServiceClient Tables() => new(Environment.GetEnvironmentVariable(StorageVariable)!);

    public static BlobServiceClient Blobs() => new(Environment.GetEnvironmentVariable(StorageVariable)!);

    // An empty queue with sessions keeps a receiver waiting this long.
    public static ServiceBusClient Bus() => new(
        Environment.GetEnvironmentVariable(BusVariable)!,
        new ServiceBusClientOptions { RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(3), MaxRetries = 1 } });

    /// <summary>Why a contract cannot be proven here; null when it can.</summary>
    /// <param name="contract">The file of the tests: <c>ServiceBus…</c> want a bus, the others storage.</param>
    public static string? Missing(string contract)
    {
        var variable = Path.GetFileName(contract).StartsWith("ServiceBus", StringComparison.Ordinal) ? BusVariable : StorageVariable;
        return string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? $"{variable} names no server." : null;
    }
}
