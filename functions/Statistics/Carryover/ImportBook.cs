using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>Imports and their files, and under which code of ours an old one is known: an old code belongs to one dossier for ever.</summary>
public sealed class ImportBook(ITables tables, IBlobs blobs)
{
    private const string Imports = "imports";
    private const string Codes = "old-codes";
    private const string Json = "J";
    private const string Ours = "C";
    private const string File = "I";

    private readonly ITable _table = tables[Tables.Statistics];

    public async Task<(Import? Import, string? Tag)> FindAsync(string id, CancellationToken ct) =>
        TableLimits.MayBeKey(id) && await _table.FindAsync(Imports, id, ct) is { } row ? (row.Json<Import>(Json), row.Tag) : (null, null);

    public async Task<IReadOnlyList<Import>> CommittedAsync(CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.All(Imports), ct).Select(row => row.Json<Import>(Json)!).Where(import => import.State is ImportState.Committed)
            .ToListAsync(ct);

    /// <exception cref="StaleRowException">Somebody else changed it.</exception>
    public Task WriteAsync(Import import, string? tag, CancellationToken ct)
    {
        var row = new TableRow(Imports, import.Id, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(import, OfficeJson.Stored) }, tag);
        return _table.WriteAsync([tag is null ? RowChange.Upsert(row) : RowChange.Replace(row)], ct);
    }

    public Task KeepFileAsync(string id, Stream file, CancellationToken ct) => blobs.CreateAsync(NameOf(id), file, BlobFacts.Of("text/csv"), ct);

    public async Task<Stream> OpenFileAsync(string id, CancellationToken ct) =>
        await blobs.OpenAsync(NameOf(id), 0, null, ct) ?? throw new InvalidOperationException($"The file of import {id} is gone.");

    /// <summary>The code of ours and the import that brought it; null when the old one is not known.</summary>
    public async Task<(DossierCode Code, string Import)?> CodeOfAsync(string oldCode, CancellationToken ct) =>
        await _table.FindAsync(Codes, KeyOf(oldCode), ct) is { } row ? (DossierCode.Parse(row.Text(Ours)), row.Text(File)) : null;

    /// <exception cref="StaleRowException">The old code has one already.</exception>
    public Task KeepCodeAsync(string oldCode, DossierCode code, string import, CancellationToken ct) => _table.WriteAsync(
        [RowChange.Insert(new TableRow(Codes, KeyOf(oldCode), new Dictionary<string, object?> { [Ours] = code.ToString(), [File] = import }))], ct);

    // Old systems wrote slashes, which a key may not hold.
    private static string KeyOf(string oldCode) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(oldCode.ToUpperInvariant()));

    // In the open container: a file of people is not kept for twenty years.
    private static BlobName NameOf(string id) => new(Containers.Papers, $"imports/{id}.csv");
}
