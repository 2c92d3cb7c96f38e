using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive;

/// <summary>
/// Sổ giao nộp: how far each dossier's hand-over is, one row for each of which something was done. While there is free text in it, it goes into the seals
/// with the dossier.
/// </summary>
public sealed class ArchiveBook(ITables tables) : IDossierAnnex
{
    private const string Key = "file";
    private const string Json = "J";
    private const string Begun = "erasing"; // A partition of its own: a row for each erasure that was begun and has not come to its end.
    private const string At = "At";
    private const int MostBegun = 50;

    private readonly ITable _table = tables[Tables.Archive];

    public async Task<(ArchiveFile File, string? Tag)> FindAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), Key, ct) is { } row ? (row.Json<ArchiveFile>(Json)!, row.Tag) : (ArchiveFile.Of(code), null);

    /// <exception cref="StaleRowException">Somebody else did something about it first.</exception>
    public async Task<ArchiveFile> SaveAsync(ArchiveFile file, string? tag, CancellationToken ct)
    {
        var row = new TableRow(file.Code.ToString(), Key, new Dictionary<string, object?>
        {
            [Json] = JsonSerializer.Serialize(file, OfficeJson.Stored),
            [AnnexRow.Only] = file.Step is ArchiveStep.Erased ? null : true,
        }, tag);
        await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
        return file;
    }

    public async Task<IReadOnlyList<AnnexRow>> RowsAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct) =>
        await _table.FindAsync(dossier.Code.ToString(), Key, ct) is { } row ? [new AnnexRow(Tables.Archive, row)] : [];

    /// <summary>Before an erasure begins: what breaks off is found again.</summary>
    public Task NoteErasureAsync(DossierCode code, DateTimeOffset at, CancellationToken ct) => _table.WriteAsync(
        [RowChange.Upsert(new TableRow(Begun, code.ToString(), new Dictionary<string, object?> { [At] = at.ToUnixTimeSeconds() }))], ct);

    /// <summary>The first of those begun, and when.</summary>
    public async Task<IReadOnlyList<(DossierCode Code, DateTimeOffset At)>> BegunErasuresAsync(CancellationToken ct) =>
        [.. (await _table.ScanAsync(RowRange.All(Begun), MostBegun, ct)).Rows
            .Select(row => (DossierCode.Parse(row.Key), DateTimeOffset.FromUnixTimeSeconds(row.Number(At))))];

    /// <summary>It came to its end, or never began.</summary>
    public async Task ForgetErasureAsync(DossierCode code, CancellationToken ct)
    {
        if (await _table.FindAsync(Begun, code.ToString(), ct) is { } row)
        {
            await _table.WriteAsync([RowChange.Delete(row.Partition, row.Key, row.Tag)], ct);
        }
    }
}
