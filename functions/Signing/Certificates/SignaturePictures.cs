using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing.Certificates;

/// <summary>
/// The pictures of signatures and seals that an administrator registered, each from a day on. They stand among a key's certificates, which are read
/// for every signature anyway; the bytes lie in a blob named by their hash.
/// </summary>
public sealed class SignaturePictures(ITables tables, IBlobs blobs, TimeProvider clock)
{
    private const string Prefix = "picture-";
    private const string Sha256 = "Sha256";
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, SignaturePicture> _read = new(StringComparer.Ordinal);

    private ITable Table => tables[Tables.Reference];

    /// <summary>Registers a picture for a key; the same day's is replaced.</summary>
    public async Task<Result<SignaturePicture>> AddAsync(string key, DateOnly from, byte[] png, string by, CancellationToken ct)
    {
        if (from < clock.Today())
        {
            return SigningRefusals.ImageInPast.At("from");
        }

        var read = SignaturePicture.Read(png);
        if (read.Refusal is null)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(png));
            await blobs.CreateAsync(NameOf(hash), new MemoryStream(png), BlobFacts.Of("image/png"), ct);
            var values = new Dictionary<string, object?> { [Sha256] = hash, ["By"] = by, ["At"] = clock.GetUtcNow() };
            await Table.WriteAsync([RowChange.Upsert(new TableRow(SigningCertificates.PartitionOf(key), KeyOf(from), values))], ct);
        }

        return read;
    }

    /// <summary>The file registered for today; null when none is.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken ct)
    {
        var rows = await Table.ReadAllAsync(RowRange.Prefix(SigningCertificates.PartitionOf(key), Prefix), ct).ToListAsync(ct);
        return On(clock.Today(), rows) is { } hash ? await blobs.ReadAsync(NameOf(hash), ct) : null;
    }

    /// <param name="hash">Of <see cref="SigningIdentity.Picture"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SignaturePicture?> ReadAsync(string? hash, CancellationToken ct)
    {
        if (hash is null)
        {
            return null;
        }

        if (_read.TryGetValue(hash, out var known))
        {
            return known;
        }

        var bytes = await blobs.ReadAsync(NameOf(hash), ct) ?? throw new InvalidOperationException($"The picture {hash} is gone.");
        if (_read.Count >= MostKept)
        {
            _read.Clear();
        }

        return _read[hash] = SignaturePicture.Read(bytes).Value;
    }

    internal static bool Is(TableRow row) => row.Key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The hash of the picture in force on a day.</summary>
    internal static string? On(DateOnly day, IEnumerable<TableRow> rows) =>
        rows.Where(row => Is(row) && string.CompareOrdinal(row.Key, KeyOf(day)) <= 0).MaxBy(row => row.Key, StringComparer.Ordinal)?.Text(Sha256);

    private static string KeyOf(DateOnly from) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{from:yyyyMMdd}");

    private static BlobName NameOf(string hash) => new(Containers.Results, $"pictures/{hash}.png");
}
