using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>Brings the books up to what has happened: costs the dossiers that changed, however many there are.</summary>
public sealed class RollUpRound(BookShelf shelf, RollUp rollUp, ChangedFacts changed, FactMaker maker, DossierStore dossiers, OfficeDirectory offices, TimeProvider clock)
{
    /// <summary>How many dossiers are taken in at once.</summary>
    public const int AtOnce = 1_000;

    // The function may run for five minutes; the rest is for the next minute.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);

    /// <returns>How many dossiers were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (since, looked, more) = (clock.GetTimestamp(), 0, true);
        var books = await shelf.OpenAsync(ct);
        await FinishAsync(books, ct);
        while (more && clock.GetElapsedTime(since) < Enough)
        {
            (var rows, more) = await ReadAsync(ct);
            var facts = await FactsAsync([.. rows.Select(ChangedFacts.CodeOf)], ct);
            foreach (var one in books)
            {
                await rollUp.TakeAsync(one, facts, ct);
            }

            await changed.ForgetAsync(rows, ct);
            looked += rows.Count;
        }

        return looked;
    }

    /// <summary>The facts of dossiers as their events say now.</summary>
    public async Task<IReadOnlyList<Fact>> FactsAsync(IReadOnlyList<DossierCode> codes, CancellationToken ct)
    {
        var facts = new Fact?[codes.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, codes.Count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct }, async (n, token) =>
            facts[n] = await dossiers.EventsAsync(codes[n], 0, token) is { Count: > 0 } events ? maker.Of(events) : null);
        return [.. facts.OfType<Fact>()];
    }

    private static async Task FinishAsync(IReadOnlyList<Books> books, CancellationToken ct)
    {
        foreach (var one in books)
        {
            await RollUp.FinishAsync(one, await one.HeadAsync(ct), ct);
        }
    }

    private async Task<(IReadOnlyList<TableRow> Rows, bool More)> ReadAsync(CancellationToken ct)
    {
        var rows = new List<TableRow>();
        foreach (var office in offices.Codes)
        {
            rows.AddRange(await changed.ReadAsync(office, AtOnce - rows.Count, ct));
            if (rows.Count == AtOnce)
            {
                return (rows, true);
            }
        }

        return (rows, false);
    }
}
