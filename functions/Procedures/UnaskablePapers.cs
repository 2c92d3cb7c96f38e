using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>A paper nobody may ask a citizen for from a day on: it no longer exists, or a database holds what it says.</summary>
/// <param name="Name">As a refusal names it.</param>
/// <param name="Words">How it is written when it is asked for in free text; accents and case do not matter.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="Source">The rule.</param>
/// <param name="Database">Which database holds it; null for a paper that no longer exists.</param>
public sealed record UnaskablePaper(Text Name, IReadOnlyList<string> Words, DateOnly ValidFrom, string Source, Certainty Certainty, Database? Database = null)
{
    /// <summary>Whether it was looked up and not found, so that the citizen may be asked after all.</summary>
    public bool IsMissingFrom(ProcedureVersion procedure, IReadOnlyList<string> notHeld) =>
        Database is not null && procedure.Components.Any(component => component.Database == Database && notHeld.Contains(component.Id));
}

/// <summary>The list of them: unaskable-papers.json.</summary>
public static class UnaskablePapers
{
    private static readonly UnaskablePaper[] All = Resources.Json<UnaskablePaper[]>("Procedures.unaskable-papers.json");

    /// <summary>The one a free text asks for; null for none.</summary>
    public static UnaskablePaper? Find(string text, DateOnly today)
    {
        var asked = $" {string.Join(' ', AccentFolding.Words(text))} ";
        return All.FirstOrDefault(
            paper => paper.ValidFrom <= today
                && paper.Words.Any(words => asked.Contains($" {string.Join(' ', AccentFolding.Words(words))} ", StringComparison.Ordinal)));
    }
}
