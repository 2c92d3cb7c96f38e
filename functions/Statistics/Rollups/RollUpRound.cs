using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>Brings the books up to what has happened: costs the dossiers that changed, however many there are.</summary>
public sealed class RollUpRound(BookShelf shelf, RollUp rollUp, ChangedFacts changed, FactSource source, OfficeDirectory offices, TimeProvider clock)
{
    /// <summary>How many dossiers are taken in at once.</summary>
    public const int AtOnce = 1_000;

    // The function may run for five minutes; the rest is for the next minute.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);

    /// <returns>How many dossiers were looked at.</returns>
    public Task<int> RunAsync(CancellationToken ct) => RunAsync(Enough, _ => { }, ct);

    /// <summary>Until nothing is left, telling of each stretch how many dossiers it was.</summary>
    public Task<int> RunAsync(Action<int> report, CancellationToken ct) => RunAsync(TimeSpan.MaxValue, report, ct);

    private async Task<int> RunAsync(TimeSpan enough, Action<int> report, CancellationToken ct)
    {
        var (since, looked, more) = (clock.GetTimestamp(), 0, true);
        var books = await shelf.OpenAsync(ct);
        await FinishAsync(books, ct);
        while (more && clock.GetElapsedTime(since) < enough)
        {
            (var rows, more) = await ReadAsync(ct);
            var facts = await source.FactsAsync([.. rows.Select(ChangedFacts.CodeOf)], ct);
            foreach (var one in books)
            {
                await rollUp.TakeAsync(one, facts, ct);
            }

            await changed.ForgetAsync(rows, ct);
            looked += rows.Count;
            report(rows.Count);
        }

        return looked;
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
