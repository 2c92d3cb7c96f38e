namespace PublicAdmin.Platform.Storage;

/// <summary>What a store still holds for itself of rows that were replaced or deleted, and whoever takes its disk could read.</summary>
public interface IStoreTraces
{
    /// <summary>Wipes it for good; whatever was written before this is called is gone when it answers true.</summary>
    /// <returns>False when somebody was reading just then: to be asked again later.</returns>
    Task<bool> TryWipeAsync(CancellationToken ct);
}
