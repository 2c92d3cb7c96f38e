namespace PublicAdmin.Azure;

/// <summary>What the app's identity may do. infra/modules/roles.bicep has these names: built-in roles in <c>roles</c>, the others defined there.</summary>
internal enum AzureRole
{
    /// <summary>Storage Blob Data Owner: the Functions host demands it of its own account.</summary>
    BlobOwner,

    /// <summary>Storage Blob Data Contributor.</summary>
    BlobContributor,

    /// <summary>Storage Table Data Contributor.</summary>
    TableContributor,

    /// <summary>Azure Service Bus Data Receiver.</summary>
    BusReceiver,

    /// <summary>Azure Service Bus Data Sender.</summary>
    BusSender,

    /// <summary>Key Vault Secrets User.</summary>
    SecretsUser,

    /// <summary>Monitoring Metrics Publisher: telemetry without a key.</summary>
    MetricsPublisher,

    /// <summary>Communication and Email Service Owner; no built-in role may only send.</summary>
    EmailOwner,

    /// <summary>Own role: sets the day until which a blob can be neither changed nor deleted.</summary>
    Sealer,

    /// <summary>Own role: reads a blob's index tags.</summary>
    TagReader,

    /// <summary>Own role: shows the public half of a key and signs with it.</summary>
    Signer,

    /// <summary>Own role: wraps and unwraps with a key.</summary>
    Wrapper,

    /// <summary>Own role: reads how long a queue is, for the scale controller.</summary>
    LengthReader,
}

/// <summary>On what: never wider than what the adapter touches.</summary>
internal enum AzureScope
{
    /// <summary>The storage account of the Functions host.</summary>
    Host,

    /// <summary>The storage account of the records.</summary>
    Records,

    /// <summary>Each container that is written once and read many times.</summary>
    SealedContainers,

    /// <summary>Each container that citizens upload into.</summary>
    OpenContainers,

    /// <summary>The Service Bus namespace.</summary>
    Bus,

    /// <summary>The key vault, which holds no secrets but the app's own.</summary>
    Vault,

    /// <summary>Each signing key by itself.</summary>
    Keys,

    /// <summary>The key that wraps the keys of data keys.</summary>
    DataKey,

    /// <summary>Application Insights.</summary>
    Insights,

    /// <summary>Communication Services.</summary>
    Communication,
}

/// <summary>Stands beside an adapter and says what it must be allowed to do. A test compares all of them with the assignments in infra/.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class NeedsRoleAttribute(AzureRole role, AzureScope scope) : Attribute
{
    public AzureRole Role { get; } = role;

    public AzureScope Scope { get; } = scope;
}
