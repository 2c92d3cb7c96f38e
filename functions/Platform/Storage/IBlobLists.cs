namespace PublicAdmin.Platform.Storage;

/// <summary>What lies in a container. Costs what is listed in Azure and more on one machine: nothing a request may wait for often.</summary>
public interface IBlobLists
{
    /// <summary>Names whose paths begin so.</summary>
    Task<IReadOnlyList<BlobName>> ListAsync(string container, string prefix, CancellationToken ct);
}
