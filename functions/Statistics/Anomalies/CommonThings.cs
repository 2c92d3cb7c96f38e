using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Anomalies;

/// <summary>What the dossiers behind a number have in common: no more of them than a person would look through.</summary>
public sealed class CommonThings(DossierFinder finder, DossierStore dossiers)
{
    private const int MostPages = 20;
    private const int MostOpened = 300;

    /// <summary>How many are in the greatest group.</summary>
    public async Task<long> MostAsync(SameThing same, IReadOnlyList<string> numbers, string office, Period period, CancellationToken ct)
    {
        var asked = new StatisticsAsked(View.Competent, office, Dimension.All, "", period);
        var found = new List<CountedDossier>();
        foreach (var number in numbers)
        {
            found.AddRange(await FindAsync(asked, number, ct));
        }

        var things = same is SameThing.Minute ? found.Select(one => one.EndedAt?.ToMinute().ToString("O", null)) : await ReasonsAsync(found, ct);
        return things.OfType<string>().GroupBy(thing => thing, StringComparer.Ordinal).Select(group => group.LongCount()).DefaultIfEmpty(0).Max();
    }

    private async Task<List<CountedDossier>> FindAsync(StatisticsAsked asked, string number, CancellationToken ct)
    {
        var (found, asking) = (new List<CountedDossier>(), new PageAsked(PageAsked.MaxLimit, null));
        for (var n = 0; n < MostPages; n++)
        {
            var page = await finder.FindAsync(asked, number, asking, ct);
            found.AddRange(page.Items);
            if (page.Next is not { } next)
            {
                break;
            }

            asking = asking.Behind(next);
        }

        return found;
    }

    private async Task<IEnumerable<string?>> ReasonsAsync(IEnumerable<CountedDossier> found, CancellationToken ct)
    {
        var reasons = new List<string?>();
        foreach (var one in found.Take(MostOpened))
        {
            var dossier = (await dossiers.FindAsync(one.Code, ct))?.Dossier;
            var reason = dossier?.Reason ?? (dossier?.Pauses is [.., var last] ? last.Reason : null);
            reasons.Add(reason is { Length: > 0 } ? string.Join(' ', AccentFolding.Words(reason)) : null);
        }

        return reasons;
    }
}
