using PublicAdmin.Platform;

namespace PublicAdmin.Procedures.Search;

/// <summary>
/// Finds procedures by what people type: whole words before beginnings, everyday phrases beside official names, spelling forgiven by the
/// likeness of letter triples. Never empty-handed: without a match the nearest are given, and called so.
/// </summary>
public sealed class ProcedureSearch
{
    /// <summary>Likeness from which two spellings may mean the same, of 1.</summary>
    private const double Alike = 0.45;

    private const int MostNearest = 4;

    private readonly SearchWords _words = SearchWords.Shipped;

    public FoundProcedures Find(IReadOnlyList<ProcedureVersion> all, string typed)
    {
        if (all.FirstOrDefault(procedure => procedure.Code == typed.Trim() || procedure.OldCodes.Contains(typed.Trim())) is { } named)
        {
            return new([named]);
        }

        var wanted = _words.Normalise(typed);
        var elsewhere = _words.Elsewhere.FirstOrDefault(
            one => one.Phrases.Any(phrase => SearchWords.Folded(phrase) is var folded && (folded == wanted || folded == SearchWords.Folded(typed))));
        var offer = _words.Offers.FirstOrDefault(one => SearchWords.Folded(one.Phrase) == wanted);
        var scored = all.Select(procedure => (Procedure: procedure, Score: ScoreOf(procedure, wanted, offer?.Procedures ?? elsewhere?.Procedures ?? [])))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Procedure.Code, StringComparer.Ordinal).ToList();
        var found = scored.Where(one => one.Score >= Alike && (elsewhere is null || one.Score >= 5)).Select(one => one.Procedure).ToList();
        return found.Count > 0 || elsewhere is not null
            ? new(found, Say: elsewhere?.Say ?? offer?.Say)
            : new([.. scored.Take(MostNearest).Select(one => one.Procedure)], Nearest: true);
    }

    // 10 is an answer somebody wrote down; 4 all words; 3 their beginnings; below 1 the likeness of letters.
    private double ScoreOf(ProcedureVersion procedure, string wanted, IReadOnlyList<string> offered)
    {
        if (offered.Contains(procedure.Code))
        {
            return 11 - (0.1 * offered.ToList().IndexOf(procedure.Code));
        }

        var texts = _words.Phrases.GetValueOrDefault(procedure.Code, []).Append(procedure.Name.Vi).Append(procedure.Name.En).Select(SearchWords.Folded);
        return texts.Max(text => ScoreOf(text, wanted));
    }

    private static double ScoreOf(string text, string wanted)
    {
        if (text == wanted)
        {
            return 10;
        }

        var (words, asked) = (text.Split(' '), wanted.Split(' '));
        var share = (double)asked.Length / Math.Max(asked.Length, words.Length);
        return $" {text} ".Contains($" {wanted} ", StringComparison.Ordinal) ? 5 + share
            : words.Length > 1 && $" {wanted} ".Contains($" {text} ", StringComparison.Ordinal) ? 4 + ((double)words.Length / asked.Length)
            : asked.All(words.Contains) ? 4 + share
            : asked.All(word => words.Any(other => other.StartsWith(word, StringComparison.Ordinal))) ? 3 + share
            : Trigrams.Likeness(text, wanted);
    }
}

/// <summary>What was found, best first.</summary>
/// <param name="Nearest">Nothing fits; these are the nearest.</param>
/// <param name="Say">What tells them apart, or which other agency the matter belongs to.</param>
public sealed record FoundProcedures(IReadOnlyList<ProcedureVersion> Procedures, bool Nearest = false, Text? Say = null);
