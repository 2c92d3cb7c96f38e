using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive;

/// <summary>Sổ giao nộp: how far each dossier's hand-over is, one row for each of which something was done.</summary>
public sealed class ArchiveBook(ITables tables)
{
    private const string Key = "file";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Archive];

    public async Task<(ArchiveFile File, string? Tag)> FindAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), Key, ct) is { } row ? (row.Json<ArchiveFile>(Json)!, row.Tag) : (ArchiveFile.Of(code), null);

    /// <exception cref="StaleRowException">Somebody else did something about it first.</exception>
    public async Task<ArchiveFile> SaveAsync(ArchiveFile file, string? tag, CancellationToken ct)
    {
        var row = new TableRow(
            file.Code.ToString(), Key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(file, OfficeJson.Stored) }, tag);
        await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
        return file;
    }
}
