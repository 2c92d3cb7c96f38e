namespace PublicAdmin.Procedures.Search;

/// <summary>How alike two folded texts are, by the triples of letters they share (Dice): 1 for the same, 0 for nothing in common.</summary>
internal static class Trigrams
{
    public static double Likeness(string one, string other)
    {
        var (ours, theirs) = (Of(one), Of(other));
        return 2.0 * ours.Intersect(theirs).Count() / (ours.Count + theirs.Count);
    }

    private static HashSet<string> Of(string text)
    {
        var padded = $"  {text} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(at => padded.Substring(at, 3))];
    }
}
