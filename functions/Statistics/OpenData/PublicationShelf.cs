using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PublicAdmin.Audit;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>Publications in container statistics, write once, read many; the manifest is written last and makes a version count.</summary>
public sealed class PublicationShelf(IBlobs blobs, ITables tables, SealRetention retention)
{
    internal const string Manifest = "manifest.json";
    private const string Partition = "published";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Statistics];

    /// <summary>Named after what it signs, so that one left by a run that died is never taken for another's.</summary>
    internal static string SignatureOf(byte[] manifest) => $"manifest-{Convert.ToHexStringLower(SHA256.HashData(manifest))}.sig";

    /// <summary>The last versions, the newest month first.</summary>
    public async Task<IReadOnlyList<Publication>> AllAsync(CancellationToken ct) =>
        [.. (await _table.ReadAllAsync(RowRange.All(Partition), ct).Select(row => row.Json<Publication>(Json)!).ToListAsync(ct))
            .GroupBy(one => one.Period).OrderByDescending(month => month.Key, StringComparer.Ordinal).Select(month => month.MaxBy(one => one.Version)!)];

    /// <summary>A version of a month, or its last.</summary>
    public async Task<Publication?> FindAsync(string period, int? version, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(Partition, $"{period}|"), ct).Select(row => row.Json<Publication>(Json)!)
            .LastOrDefaultAsync(one => version is null || one.Version == version, ct);

    public Task<byte[]?> ReadAsync(string period, int version, string name, CancellationToken ct) => blobs.ReadAsync(NameOf(period, version, name), ct);

    /// <summary>What lies there already stays: a run that died begins again with the same bytes.</summary>
    internal async Task AddAsync(string period, int version, string name, byte[] bytes, string contentType, CancellationToken ct) =>
        await blobs.CreateAsync(NameOf(period, version, name), new MemoryStream(bytes), BlobFacts.Of(contentType), ct);

    /// <summary>Nobody can change any of it until its retention ends; doing it again changes nothing.</summary>
    internal async Task FinishAsync(Publication published, byte[] manifest, CancellationToken ct)
    {
        var until = retention.Until(WorkingTime.DayOf(published.PublishedAt), published.PublishedAt);
        foreach (var name in published.Files.Select(file => file.Name).Append(SignatureOf(manifest)).Append(Manifest))
        {
            await blobs.SealAsync(NameOf(published.Period, published.Version, name), until, ct);
        }

        var row = new TableRow(
            Partition, KeyOf(published),
            new Dictionary<string, object?>
            {
                [Json] = JsonSerializer.Serialize(
                published with { Corrections = [.. published.Corrections.Take(20)] }, OfficeJson.Stored)
            });
        await _table.WriteAsync([RowChange.Upsert(row)], ct);
    }

    private static string KeyOf(Publication published) => string.Create(CultureInfo.InvariantCulture, $"{published.Period}|{published.Version:D4}");

    private static BlobName NameOf(string period, int version, string name) =>
        new(Containers.Statistics, string.Create(CultureInfo.InvariantCulture, $"open/{period}/v{version}/{name}"));
}
