using System.Text.Json;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>
/// Seals one day: parts, index and copies of tables, then the signature, then the manifest, which makes it count; then nobody can change any of it,
/// and the notes of the day are forgotten. Broken off anywhere it begins again and ends in the same single seal; of two at once one wins.
/// </summary>
public sealed class DaySealer(
    TouchedDossiers touched, DossierJournals journals, TableCopies copies, SealShelf shelf, SealSigner signer, SealFinish finish, TimeProvider clock)
{
    /// <summary>How many dossiers a part holds, and how many are in memory at once.</summary>
    internal const int DossiersOfPart = 200;

    // A note written late, or left by a run that died behind its manifest, is found by one of the next days.
    private const int LookBack = 3;

    public async Task SealAsync(DateOnly day, SealedDay? before, CancellationToken ct)
    {
        if (await shelf.FindAsync(day, ct) is { } done)
        {
            await finish.RunAsync(done, ct);
            return;
        }

        var notes = await NotesAsync(day, ct);
        var manifest = await MakeAsync(day, before, [.. notes.Select(note => note.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], ct);
        var bytes = SealShelf.BytesOf(manifest);
        await finish.SignAsync(day, manifest, bytes, ct);
        var won = await shelf.AddManifestAsync(day, bytes, ct);
        await finish.RunAsync((await shelf.FindAsync(day, ct))!, ct);
        if (won)
        {
            await touched.ForgetAsync(notes, ct);
        }
    }

    private async Task<List<TableRow>> NotesAsync(DateOnly day, CancellationToken ct)
    {
        var notes = new List<TableRow>();
        for (var back = 0; back <= LookBack; back++)
        {
            notes.AddRange(await touched.On(day.AddDays(-back), ct).ToListAsync(ct));
        }

        return notes;
    }

    private async Task<SealManifest> MakeAsync(DateOnly day, SealedDay? before, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var (parts, index) = (new List<SealFile>(), new List<ManifestLine>());
        foreach (var chunk in codes.Chunk(DossiersOfPart))
        {
            parts.Add(await WritePartAsync(day, parts.Count + 1, await journals.ReadAsync(chunk, Days.EndOf(day), ct), index, ct));
        }

        return new SealManifest(
            SealManifest.CurrentFormat, day, Days.EndOf(day), clock.Instant(), index.Count, index.Sum(line => (long)line.Events),
            index.Sum(line => (long)line.Accesses),
            await WriteIndexAsync(day, index, ct), parts, await copies.MakeAsync(ct), SealSigner.Describe(await signer.KeyAsync(ct)),
            before is null ? null : new PreviousSeal(before.Day, before.Sha256));
    }

    private async Task<SealFile> WritePartAsync(
        DateOnly day, int number, IReadOnlyList<DossierJournal> dossiers, List<ManifestLine> index, CancellationToken ct)
    {
        using var file = new LineFile();
        foreach (var (code, record, _, annex) in dossiers)
        {
            foreach (var line in record.Rows.Select(row => JournalLine.Of(row)).Concat(annex.Select(row => JournalLine.Of(row.Row, row.Table))))
            {
                file.Add(line);
            }

            index.Add(new ManifestLine(code, record.Version, record.Events, record.Accesses, record.Sha256(), number));
        }

        return await shelf.AddAsync(file, sha256 => SealNames.Part(day, number, sha256), ct);
    }

    private async Task<SealFile> WriteIndexAsync(DateOnly day, List<ManifestLine> index, CancellationToken ct)
    {
        using var file = new LineFile();
        foreach (var line in index)
        {
            file.Add([.. JsonSerializer.SerializeToUtf8Bytes(line, OfficeJson.Stored), (byte)'\n']);
        }

        return await shelf.AddAsync(file, sha256 => SealNames.Index(day, sha256), ct);
    }
}
