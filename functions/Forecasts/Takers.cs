namespace PublicAdmin.Forecasts;

/// <summary>An officer and what lies on their desk.</summary>
/// <param name="Open">Dossiers in their charge.</param>
/// <param name="Finished">What they finished in the window.</param>
public sealed record Taker(string Id, string Name, int Open, int Finished)
{
    /// <summary>How much of their own pace one more dossier would fill.</summary>
    /// <param name="more">What was given them already.</param>
    /// <param name="usual">The pace of somebody new, who has finished nothing yet.</param>
    internal double LoadWith(int more, double usual) => (Open + more + 1) / (Finished > 0 ? Finished : usual);
}

/// <summary>
/// Who could take a dossier that will not be done in time: colleagues of the same office and role, the least loaded for their pace first. Pure.
/// </summary>
public static class Takers
{
    private const int Named = 3;

    /// <summary>For each dossier in turn. Whoever is named first for one counts as busier for the next, so that not all fall to the same person.</summary>
    public static IReadOnlyList<IReadOnlyList<Taker>> For(IEnumerable<OpenItem> items, IReadOnlyList<Taker> officers)
    {
        var given = officers.ToDictionary(officer => officer.Id, _ => 0);
        var usual = officers.Where(officer => officer.Finished > 0).Select(officer => (double)officer.Finished).DefaultIfEmpty(1).Average();
        return [.. items.Select(item => Choose(item, officers, given, usual))];
    }

    private static List<Taker> Choose(OpenItem item, IReadOnlyList<Taker> officers, Dictionary<string, int> given, double usual)
    {
        var chosen = officers.Where(officer => officer.Id != item.Handler)
            .OrderBy(officer => officer.LoadWith(given[officer.Id], usual)).ThenBy(officer => officer.Id, StringComparer.Ordinal).Take(Named).ToList();
        if (chosen is [var first, ..])
        {
            given[first.Id]++;
        }

        return chosen;
    }
}
