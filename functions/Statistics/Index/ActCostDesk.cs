using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Index;

/// <summary>
/// Says beforehand what an act would cost: the month of the competent office with the dossier counted one way and the other, by the items of the index.
/// </summary>
public sealed class ActCostDesk(BookShelf shelf, BookReader reader, TimeProvider clock)
{
    public async Task<ActCostView> OfAsync(Dossier dossier, Caller caller, CancellationToken ct)
    {
        var period = Period.OfMonth(clock.Today(), clock.GetUtcNow());
        var (office, rules) = (dossier.Places.Competent, IndexRules.Current);
        var acts = CostlyActs.All.Where(act => ActRules.Of(act).From.Contains(dossier.Phase) && caller.DutyFor(act, dossier) is not null).ToList();
        if (acts.Count is 0 || office is null
            || await (await shelf.PresentAsync(ct)).FindFactAsync(dossier.Code.ToString(), ct) is not { } fact)
        {
            return new(true, rules.Version, office, period.From, period.To, []);
        }

        var others = Without(Line.NumbersOf(await reader.ReadAsync(View.Competent, office, period, ct)), NumbersOf(fact, office, period));
        var costs = acts.SelectMany(act => CostlyActs.Of(act, dossier, fact, period.CutOff) is { } fork
            ? CostsOf(act, fork, With(others, NumbersOf(fork.Without, office, period)), With(others, NumbersOf(fork.With, office, period))) : []);
        return new(true, rules.Version, office, period.From, period.To, [.. costs]);
    }

    private static IReadOnlyDictionary<string, long> NumbersOf(Fact fact, string office, Period period) =>
        Line.NumbersOf(FactNumbers.Of(fact, View.Competent, office, period));

    private static IReadOnlyDictionary<string, long> With(IReadOnlyDictionary<string, long> numbers, IReadOnlyDictionary<string, long> more) =>
        numbers.Keys.Union(more.Keys).ToDictionary(name => name, name => numbers.GetValueOrDefault(name) + more.GetValueOrDefault(name));

    private static IReadOnlyDictionary<string, long> Without(IReadOnlyDictionary<string, long> numbers, IReadOnlyDictionary<string, long> less) =>
        With(numbers, less.ToDictionary(number => number.Key, number => -number.Value));

    private static IEnumerable<ActCost> CostsOf(Act act, Fork fork, IReadOnlyDictionary<string, long> without, IReadOnlyDictionary<string, long> with)
    {
        var items = IndexRules.Current.Items.Where(item => fork.Groups.Count is 0 || fork.Groups.Contains(item.Group)).ToList();
        var ours = items.Select(item => CostOf(act, item, false, item.Exact(without), item.Exact(with), fork.Why));
        var national = items.Where(item => item.Code == IndexRules.Progress)
            .Select(item => CostOf(act, item, true, item.ExactNationally(without), item.ExactNationally(with), fork.Why));
        var found = ours.Concat(national).OfType<ActCost>().ToList();
        return found.Where(cost => !cost.National || !found.Exists(other => !other.National && other.Item == cost.Item)); // The same loss is said once.
    }

    private static ActCost? CostOf(Act act, IndexItem item, bool national, decimal? without, decimal? with, Text why)
    {
        var lost = Math.Round((without ?? 0) - (with ?? 0), 4, MidpointRounding.AwayFromZero);
        return lost <= 0 ? null : new(act, item.Code, item.Name, national, item.Max is 0 ? null : lost, item.Max is 0 ? null : item.Max, why);
    }
}
