namespace PublicAdmin.Dossiers.Keys;

/// <summary>A key that wraps data keys, as it is kept: wrapped itself.</summary>
/// <param name="Number">From 1; stands beside each data key it wraps.</param>
/// <param name="VaultVersion">Which version of <see cref="IVaultKey"/> wrapped it.</param>
/// <param name="UsedFrom">Not before every instance knows it.</param>
internal sealed record KeyGeneration(int Number, string VaultVersion, byte[] Wrapped, DateTimeOffset UsedFrom);
