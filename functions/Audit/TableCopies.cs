using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>
/// Copies tables that grow by people's hands, whole, with each sealed day: offices, staff, delegations, procedures, calendars, ladders, hours,
/// certificates, revocations (Reference); serials handed out and books of papers (Serials); what is left of hand-overs to the archive once
/// their dossiers are erased (Archive).
/// </summary>
public sealed class TableCopies(ITables tables, SealShelf shelf)
{
    private const int LinesOfFile = 20_000;

    internal static IReadOnlyList<string> Copied { get; } = [Tables.Reference, Tables.Serials, Tables.Archive];

    internal async Task<IReadOnlyList<SealFile>> MakeAsync(CancellationToken ct)
    {
        var files = new List<SealFile>();
        foreach (var table in Copied)
        {
            await CopyAsync(table, files, ct);
        }

        return files;
    }

    private async Task CopyAsync(string table, List<SealFile> files, CancellationToken ct)
    {
        var file = new LineFile();
        try
        {
            await foreach (var row in tables[table].WalkAllAsync(ct).Where(row => !row.Flag(AnnexRow.Only)))
            {
                file.Add(JournalLine.Of(row, table));
                if (file.Lines == LinesOfFile)
                {
                    files.Add(await shelf.AddAsync(file, sha256 => SealNames.Table(table, sha256), ct));
                    file.Dispose();
                    file = new LineFile();
                }
            }

            if (file.Lines > 0)
            {
                files.Add(await shelf.AddAsync(file, sha256 => SealNames.Table(table, sha256), ct));
            }
        }
        finally
        {
            file.Dispose();
        }
    }
}
