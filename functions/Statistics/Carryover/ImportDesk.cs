using System.Security.Cryptography;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Submission;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>
/// Looks a file through, decides on it, and brings its lines in. Deciding is one write: before it there is nothing, after it every line comes in, whatever is
/// killed in between, for a
/// dossier that is in already is left alone.
/// </summary>
public sealed class ImportDesk(
    ImportBook book, CarryoverCheck check, CarryoverStory story, DossierRestorer restorer, DossierSerials serials, TimeProvider clock)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Valid = TimeSpan.FromHours(24);

    public async Task<Import> CheckAsync(Stream body, string by, CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await body.CopyToAsync(file, ct);
        file.Position = 0;
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        var (known, tag) = await book.FindAsync(id, ct);
        if (known is { State: not ImportState.DryRun })
        {
            return known;
        }

        file.Position = 0;
        var report = await check.RunAsync(file, async old => await book.CodeOfAsync(old, ct) is not null);
        file.Position = 0;
        await book.KeepFileAsync(id, file, ct);
        var import = new Import(id, ImportState.DryRun, report, by, clock.Instant());
        await book.WriteAsync(import, tag, ct);
        return import;
    }

    public async Task<Result<Import>> CommitAsync(string id, CancellationToken ct)
    {
        var (import, tag) = await book.FindAsync(id, ct);
        if (import is not { State: ImportState.DryRun })
        {
            return import is null ? CarryoverRefusals.Unknown.With(id) : import;
        }

        if (import.Report.ErrorCount > 0 || import.CheckedAt + Valid < clock.GetUtcNow())
        {
            return import.Report.ErrorCount > 0 ? CarryoverRefusals.HasErrors.With(import.Report.ErrorCount) : CarryoverRefusals.TooOld.With();
        }

        var committed = import with { State = ImportState.Committed, CommittedAt = clock.Instant() };
        await book.WriteAsync(committed, tag, ct);
        return committed;
    }

    /// <summary>Brings in lines of imports that were decided on, as many as time allows.</summary>
    public async Task ContinueAsync(CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        foreach (var import in await book.CommittedAsync(ct))
        {
            await using var file = await book.OpenFileAsync(import.Id, ct);
            var (loaded, broken) = (0L, false);
            await Parallel.ForEachAsync(CarryoverLine.Read(file).TakeWhile(_ => !(broken = clock.GetElapsedTime(since) > Enough)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (line, token) =>
            {
                await BringInAsync(import, line, token);
                Interlocked.Increment(ref loaded);
            });
            var (_, tag) = await book.FindAsync(import.Id, ct);
            await book.WriteAsync(import with { Loaded = loaded, State = broken ? ImportState.Committed : ImportState.Done }, tag, ct);
        }
    }

    private async Task BringInAsync(Import import, CarryoverLine line, CancellationToken ct)
    {
        var code = await CodeAsync(import, line, ct);
        await restorer.BringInAsync(code, story.Tell(line, code, import.CommittedAt!.Value), ct);
    }

    // Its own code where it has our shape; else the next serial of its day, kept before it is used.
    private async Task<DossierCode> CodeAsync(Import import, CarryoverLine line, CancellationToken ct)
    {
        if (await book.CodeOfAsync(line.OldCode, ct) is { } known)
        {
            return known.Code;
        }

        var code = DossierCode.TryParse(line.OldCode, out var own)
            ? own : await serials.NextAsync(line["ma_don_vi"]!, WorkingTime.DayOf(line.At("ngay_tiep_nhan")!.Value), ct);
        await book.KeepCodeAsync(line.OldCode, code, import.Id, ct);
        return code;
    }
}
