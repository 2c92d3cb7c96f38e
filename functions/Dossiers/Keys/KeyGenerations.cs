using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Keys;

/// <summary>
/// The generations as they are kept: never changed, never deleted, each twice, as a blob beside the copies of the data keys and as a row of the reference
/// data, which is in the seals. Without its generation a dossier is noise, so either place fills the other.
/// </summary>
internal sealed class KeyGenerations(ITables tables, IBlobs blobs)
{
    private const string Partition = "data-keys";
    private const string Text = "V";

    private readonly ITable _table = tables[Tables.Reference];

    public async Task<IReadOnlyList<KeyGeneration>> ReadAsync(CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.All(Partition), ct).Select(row => row.Json<KeyGeneration>(Text)!).ToListAsync(ct);

    /// <summary>Fills either place from the other.</summary>
    public async Task MendAsync(CancellationToken ct)
    {
        var rows = await ReadAsync(ct);
        foreach (var row in rows)
        {
            await CopyAsync(row, ct);
        }

        for (var next = rows.Count + 1; await FindAsync(next, ct) is { } copy; next++)
        {
            await InsertAsync(copy, ct);
        }
    }

    /// <summary>Keeps a new one, unless somebody else has made that number first. Who dies between the two places leaves the blob, and it is used.</summary>
    public async Task AddAsync(KeyGeneration made, CancellationToken ct)
    {
        await CopyAsync(made, ct);
        await InsertAsync((await FindAsync(made.Number, ct))!, ct);
    }

    private async Task CopyAsync(KeyGeneration generation, CancellationToken ct)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(generation, OfficeJson.Stored));
        await blobs.CreateAsync(NameOf(generation.Number), content, BlobFacts.Of("application/json"), ct);
    }

    private async Task<KeyGeneration?> FindAsync(int number, CancellationToken ct) =>
        await blobs.ReadAsync(NameOf(number), ct) is { } bytes ? JsonSerializer.Deserialize<KeyGeneration>(bytes, OfficeJson.Stored) : null;

    private async Task InsertAsync(KeyGeneration generation, CancellationToken ct)
    {
        var values = new Dictionary<string, object?> { [Text] = JsonSerializer.Serialize(generation, OfficeJson.Stored) };
        try
        {
            await _table.WriteAsync([RowChange.Insert(new TableRow(Partition, KeyOf(generation.Number), values))], ct);
        }
        catch (StaleRowException)
        {
            // Another instance kept the same one first.
        }
    }

    private static BlobName NameOf(int number) => new(Containers.DataKeys, $"generations/{KeyOf(number)}.json");

    private static string KeyOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
