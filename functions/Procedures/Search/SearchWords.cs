using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures.Search;

/// <summary>
/// How people call procedures who do not know their names: everyday and regional words, spellings, questions with two answers, matters of other agencies.
/// </summary>
/// <param name="Phrases">By procedure code.</param>
/// <param name="Offers">Phrases that mean several procedures, and what tells them apart.</param>
/// <param name="Spellings">What people write, and what they mean.</param>
/// <param name="Elsewhere">Matters that are not handled here: say so, rather than show something alike.</param>
public sealed record SearchWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<IReadOnlyList<string>> Spellings,
    IReadOnlyList<Elsewhere> Elsewhere)
{
    public static SearchWords Shipped { get; } = Resources.Json<SearchWords>("Procedures.Search.search-words.json");

    /// <summary>As typed, folded, one space between words, usual misspellings set right.</summary>
    public string Normalise(string typed)
    {
        var text = $" {Folded(typed)} ";
        foreach (var spelling in Spellings)
        {
            text = text.Replace($" {Folded(spelling[0])} ", $" {Folded(spelling[1])} ", StringComparison.Ordinal);
        }

        return text.Trim();
    }

    public static string Folded(string text) => string.Join(' ', AccentFolding.Words(text));
}

/// <summary>A phrase that means several procedures.</summary>
public sealed record Offer(string Phrase, IReadOnlyList<string> Procedures, Text Say);

/// <summary>A matter of another agency.</summary>
public sealed record Elsewhere(IReadOnlyList<string> Phrases, Text Say, IReadOnlyList<string> Procedures);
