using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Audit;

/// <summary>What stands before and behind a manifest: its signature, and that from now on nobody can change what it names.</summary>
public sealed partial class SealFinish(SealShelf shelf, SealSigner signer, SealRetention retention, SealedDays days, ILogger<SealFinish> log)
{
    internal async Task SignAsync(DateOnly day, SealManifest manifest, byte[] bytes, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var key = await signer.FindAsync(manifest.Key, ct) ?? throw new InvalidOperationException("The key of the seals was taken away.");
        var signature = await signer.SignAsync(key, bytes, ct);
        await shelf.AddAsync(SealNames.Signature(day, sha256), signature, SealNames.Binary, ct);
        if (await signer.StampAsync(signature, ct) is { } token)
        {
            await shelf.AddAsync(SealNames.Timestamp(day, sha256), token, SealNames.Binary, ct);
        }
    }

    /// <summary>Doing it again changes nothing.</summary>
    internal async Task RunAsync(KeptManifest kept, CancellationToken ct)
    {
        var (manifest, until) = (kept.Manifest, retention.Until(kept.Manifest.Day, kept.Manifest.SealedAt));
        foreach (var name in manifest.Files.Select(file => file.Name).Append(SealNames.Signature(manifest.Day, kept.Sha256))
            .Append(SealNames.Manifest(manifest.Day)))
        {
            await shelf.SealAsync(name, until, ct);
        }

        if (await shelf.PropertiesAsync(SealNames.Timestamp(manifest.Day, kept.Sha256), ct) is not null)
        {
            await shelf.SealAsync(SealNames.Timestamp(manifest.Day, kept.Sha256), until, ct);
        }

        await days.AddAsync(kept, ct);
        LogSealed(manifest.Day, manifest.Dossiers, manifest.Events, manifest.Accesses, manifest.Parts.Count);
    }

    [LoggerMessage(LogLevel.Information, "Sealed {Day}: {Dossiers} dossiers, {Events} events, {Accesses} accesses in {Parts} parts.")]
    private partial void LogSealed(DateOnly day, int dossiers, long events, long accesses, int parts);
}
