using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// Makes the books anew from the events of every dossier, beside the present ones and while they go on, in stretches that can be broken off anywhere. At the
/// end both are compared; the new ones take the place of the old.
/// </summary>
public sealed class Rebuild(BookShelf shelf, RollUp rollUp, RollUpRound round, FactSource source, ITables tables, TimeProvider clock)
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);
    private readonly ITable _dossiers = tables[Tables.Dossiers];

    /// <summary>Goes on with a rebuilding somebody began, or begins the first, or the one for what is counted now and was not; does nothing else.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        await shelf.ForgetLeftAsync(ct);
        if (!await shelf.AreWholeAsync(ct))
        {
            await shelf.BeginAsync(ct);
        }

        while (await shelf.RebuildingAsync(ct) is { Work: { } work } begun && clock.GetElapsedTime(since) < Enough)
        {
            if (work.Done)
            {
                await EndAsync(work, ct);
                return;
            }

            await shelf.ContinueAsync(await TakeAsync(work, ct), begun.Tag, ct);
        }
    }

    private async Task<Rebuilding> TakeAsync(Rebuilding work, CancellationToken ct)
    {
        var (codes, more) = await NextAsync(work.After, ct);
        var made = await source.FactsAsync(codes, ct);
        var kept = await source.KeptAsync(codes.Except(made.Select(fact => fact.Code)), await shelf.PresentAsync(ct), ct);
        await rollUp.TakeAsync(shelf.Of(work), [.. made, .. kept], ct);
        return work with { After = codes is [.., var last] ? last.ToString() : work.After, Dossiers = work.Dossiers + codes.Count, Done = !more };
    }

    // Partitions in the order of their keys: from a code on, as many dossiers as a page of rows holds, or one of more rows than a page.
    private async Task<(IReadOnlyList<DossierCode> Codes, bool More)> NextAsync(string? after, CancellationToken ct)
    {
        var codes = new List<string>();
        var last = after is null ? null : BehindAll(after);
        for (var more = true; more && codes.Count < RollUpRound.AtOnce;)
        {
            var page = await _dossiers.WalkAsync(last, TableLimits.MaxPage, ct);
            foreach (var row in page.Rows.Where(row => codes is [] || codes[^1] != row.Partition))
            {
                codes.Add(row.Partition);
            }

            more = page.More;
            last = codes is [.., var reached] ? BehindAll(reached) : last;
            if (!more)
            {
                return ([.. codes.Select(DossierCode.Parse)], false);
            }
        }

        return ([.. codes.Select(DossierCode.Parse)], true);
    }

    // No row of a dossier has a key behind this one.
    private static TableRow BehindAll(string code) => new(code, "~", new Dictionary<string, object?>());

    private async Task EndAsync(Rebuilding work, CancellationToken ct)
    {
        await round.RunAsync(ct); // What changed while the walk had passed it already.
        var (before, after) = (await BookExport.HashAsync(await shelf.PresentAsync(ct), ct), await BookExport.HashAsync(shelf.Of(work), ct));
        await shelf.EndAsync(work, new Rebuilt(work.StartedAt, clock.Instant(), work.Dossiers, before == after, after, before), ct);
    }
}
