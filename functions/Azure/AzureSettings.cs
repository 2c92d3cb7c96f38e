using Azure.Storage.Blobs.Models;

namespace PublicAdmin.Azure;

/// <summary>Where the services of the Azure edition are. infra/ writes exactly these settings; nothing here is a secret.</summary>
internal sealed class AzureSettings
{
    public const string Section = "Azure";

    /// <summary>The user-assigned identity of the app. Empty away from Azure: the developer's own sign-in is used then.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The table endpoint of the records account.</summary>
    public required Uri Tables { get; set; }

    /// <summary>The blob endpoint of the records account.</summary>
    public required Uri Blobs { get; set; }

    /// <summary>The vault with the signing keys and the key of the data keys.</summary>
    public required Uri Vault { get; set; }

    /// <summary>The endpoint of Communication Services.</summary>
    public required Uri Email { get; set; }

    /// <summary>The address letters come from; its domain belongs to the service.</summary>
    public required string EmailSender { get; set; }

    /// <summary>Locked in production: then nobody, the subscription's owner included, can lift a seal before its day.</summary>
    public BlobImmutabilityPolicyMode Seal { get; set; } = BlobImmutabilityPolicyMode.Unlocked;
}
