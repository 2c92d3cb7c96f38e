using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Satisfaction;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>Makes facts from what is stored now: the events of a dossier, and what its citizen said of it.</summary>
public sealed class FactSource(FactMaker maker, DossierStore dossiers, RatingBook ratings)
{
    private const int AtOnce = 16;

    public async Task<IReadOnlyList<Fact>> FactsAsync(IReadOnlyList<DossierCode> codes, CancellationToken ct)
    {
        var facts = new Fact?[codes.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, codes.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, token) =>
            facts[n] = await FactAsync(codes[n], token));
        return [.. facts.OfType<Fact>()];
    }

    /// <summary>Facts of dossiers that were erased, which nobody can make anew: as they stand in the present books.</summary>
    public async Task<IReadOnlyList<Fact>> KeptAsync(IEnumerable<DossierCode> codes, Books present, CancellationToken ct)
    {
        var kept = new List<Fact>();
        foreach (var code in codes)
        {
            if ((await dossiers.LookAsync(code, ct)).Erased is not null && await present.FindFactAsync(code.ToString(), ct) is { } fact)
            {
                kept.Add(fact);
            }
        }

        return kept;
    }

    private async Task<Fact?> FactAsync(DossierCode code, CancellationToken ct) =>
        await dossiers.EventsAsync(code, 0, ct) is [{ Event: Submitted { Filing.Linked: null or { Of: not null } } }, ..] events
            ? maker.Of(events, events.Any(one => one.Event is Returned) ? await VoteAsync(code, ct) : null) : null;

    private async Task<Vote?> VoteAsync(DossierCode code, CancellationToken ct) =>
        await ratings.FindAsync(code, ct) is { } rating ? new Vote(rating.At.ToUniversalTime(), rating.Satisfied) : null;
}
