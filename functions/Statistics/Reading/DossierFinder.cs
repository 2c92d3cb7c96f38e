using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>A dossier behind a number. No name, no number of a person.</summary>
/// <param name="Since">From when on it stands as it does.</param>
public sealed record CountedDossier(
    DossierCode Code, string Procedure, Intake Intake, string Receipt, string? Competent, string Holding, Standing Standing, DateTimeOffset Since,
    DateTimeOffset FiledAt, DateTimeOffset? ReceivedAt, DateTimeOffset? EndedAt)
{
    public static CountedDossier Of(Fact fact, DateTimeOffset at)
    {
        var step = fact.At(at)!;
        return new(
            fact.Code, fact.Procedure, fact.Intake, fact.Receipt, fact.Competent, step.Holding, step.Standing, step.At.Here(), fact.FiledAt.Here(),
            fact.ReceivedAt?.Here(),
            fact.EndedAt is { } ended && ended <= at ? ended.Here() : null);
    }
}

/// <summary>
/// The dossiers behind a number of an office. Facts lie by receiving office and day, so one page looks at no more than a thousand rows; a page may hold fewer
/// than
/// asked for and still have a next one.
/// </summary>
public sealed class DossierFinder(BookShelf shelf)
{
    private const int MostRows = 1_000;
    private const string Own = "o";
    private const string Elsewhere = "x";

    public async Task<PageOf<CountedDossier>> FindAsync(StatisticsAsked asked, string number, PageAsked page, CancellationToken ct)
    {
        var books = await shelf.PresentAsync(ct);
        var (part, after) = page.After?.Split('|') is [Own or Elsewhere, ..] cursor
            ? (cursor[0], cursor.ElementAtOrDefault(1) is { Length: > 0 } code ? code : null) : (Own, null);
        var found = new List<CountedDossier>();
        for (var looked = 0; looked < MostRows;)
        {
            var (facts, more) = part is Own
                ? await OwnAsync(books, asked, after, MostRows - looked, ct) : await ElsewhereAsync(books, asked, after, Math.Min(100, MostRows - looked), ct);
            foreach (var fact in facts)
            {
                (looked, after) = (looked + 1, fact.Code.ToString());
                if (IsBehind(fact, asked, number))
                {
                    found.Add(CountedDossier.Of(fact, asked.Period.CutOff));
                }

                if (found.Count == page.Limit)
                {
                    return Page(found, part, after);
                }
            }

            if (!more && (part is Elsewhere || asked.Office is CellKey.Province))
            {
                return new(found, null);
            }

            (part, after) = more ? (part, after) : (Elsewhere, null);
        }

        return Page(found, part, after);
    }

    private static PageOf<CountedDossier> Page(IReadOnlyList<CountedDossier> found, string part, string? after) =>
        new(found, PageAsked.CursorOf($"{part}|{after}"));

    private static bool IsBehind(Fact fact, StatisticsAsked asked, string number) =>
        asked.Dimension switch { Dimension.Procedure => fact.Procedure == asked.Value, Dimension.Sector => fact.Sector == asked.Value, _ => true }
        && FactNumbers.IsBehind(FactNumbers.Of(fact, asked.View, asked.Office, asked.Period), number);

    private static Task<(IReadOnlyList<Fact> Facts, bool More)> OwnAsync(Books books, StatisticsAsked asked, string? after, int most, CancellationToken ct) =>
        books.FactsOfAsync(asked.Office is CellKey.Province ? "" : asked.Office, after, asked.Period.LastDay.AddDays(1), most, ct);

    private static async Task<(IReadOnlyList<Fact> Facts, bool More)> ElsewhereAsync(
        Books books, StatisticsAsked asked, string? after, int most, CancellationToken ct)
    {
        var (codes, more) = await books.ElsewhereAsync(asked.Office, after, most, ct);
        var facts = await Task.WhenAll(codes.Select(code => books.FindFactAsync(code, ct)));
        return ([.. facts.OfType<Fact>()], more);
    }
}
