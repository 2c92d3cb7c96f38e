using System.Collections.Frozen;
using System.Security.Cryptography;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Keys;

/// <summary>
/// The keys that wrap data keys, one for each version the vault's key has had (<see cref="IVaultKey"/>). Each is random, kept wrapped by the vault, unwrapped
/// once at the start and then held in memory. Who rotates the vault's key gets a new generation within the hour; the older ones go on opening what they
/// wrapped.
/// </summary>
public sealed class DataKeyRing(ITables tables, IBlobs blobs, IVaultKey vault, TimeProvider clock) : IReferenceData
{
    internal const int KeyBytes = 32;

    // Every instance reads the generations each minute, and knows a new one well before another wraps with it.
    private static readonly TimeSpan UntilAllKnowIt = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooksIntoTheVault = TimeSpan.FromHours(1);

    private readonly KeyGenerations _kept = new(tables, blobs);
    private IReadOnlyList<KeyGeneration> _known = [];
    private FrozenDictionary<int, byte[]> _keys = FrozenDictionary<int, byte[]>.Empty;
    private DateTimeOffset? _looked;

    /// <summary>Which one wraps today.</summary>
    /// <exception cref="InvalidOperationException">Not read yet.</exception>
    internal int Current => _known.Last(generation => generation.Number == 1 || generation.UsedFrom <= clock.GetUtcNow()).Number;

    public async Task RefreshAsync(CancellationToken ct)
    {
        if (_known.Count == 0)
        {
            await _kept.MendAsync(ct);
        }

        await OpenAsync(await _kept.ReadAsync(ct), ct);
        if (!(_looked + BetweenLooksIntoTheVault > clock.GetUtcNow()))
        {
            await FollowVaultAsync(ct);
            _looked = clock.GetUtcNow();
        }
    }

    /// <exception cref="InvalidOperationException">This instance has not heard of it.</exception>
    internal byte[] Of(int generation) =>
        _keys.GetValueOrDefault(generation) ?? throw new InvalidOperationException($"Generation {generation} of the keys of data keys is not known here.");

    // A key is there before its generation counts.
    private async Task OpenAsync(IReadOnlyList<KeyGeneration> kept, CancellationToken ct)
    {
        foreach (var unknown in kept.Where(generation => !_keys.ContainsKey(generation.Number)))
        {
            var key = await vault.UnwrapAsync(unknown.VaultVersion, unknown.Wrapped, ct);
            _keys = _keys.Append(KeyValuePair.Create(unknown.Number, key)).ToFrozenDictionary();
        }

        _known = kept;
    }

    private async Task FollowVaultAsync(CancellationToken ct)
    {
        var newest = await vault.NewestAsync(ct);
        if (_known.Count > 0 && _known[^1].VaultVersion == newest)
        {
            return;
        }

        var wrapped = await vault.WrapAsync(newest, RandomNumberGenerator.GetBytes(KeyBytes), ct);
        await _kept.AddAsync(new KeyGeneration(_known.Count + 1, newest, wrapped, clock.GetUtcNow() + UntilAllKnowIt), ct);
        await OpenAsync(await _kept.ReadAsync(ct), ct);
    }
}
