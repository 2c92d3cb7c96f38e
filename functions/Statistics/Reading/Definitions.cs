using PublicAdmin.Platform;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>What a number counts, for everybody to read.</summary>
/// <param name="Name">As the measure is called in JSON and CSV.</param>
/// <param name="Title">On pages and in reports.</param>
/// <param name="Meaning">The rule by which it is counted.</param>
/// <param name="Balance">Counted at the cut-off, not over the period.</param>
public sealed record Definition(string Name, Text Title, Text Meaning, bool Balance);

/// <summary>The definition of every number the books publish. A measure without one does not start.</summary>
public static class Definitions
{
    /// <summary>Counted in reports beside the books: in no equation, and no dossier of ours stands behind it.</summary>
    public const string Mirrors = "mirrors";

    private static readonly IReadOnlyDictionary<string, DefinitionText> Texts = Platform.Reference.Resources.Json<Dictionary<string, DefinitionText>>(
        "Statistics.Reading.definitions.json");

    public static IReadOnlyList<Definition> All { get; } = [.. Measures.All.Select(Of)];

    /// <summary>Those of sums: <c>carried</c>, <c>received</c>, <c>resolved</c>.</summary>
    public static IReadOnlyList<Definition> Sums { get; } = [
        .. new[] { "carried", "received", "resolved", "overdue" }.Select(name => Define(name, balance: name is "carried" or "overdue"))];

    public static Definition OfMirrors { get; } = Define(Mirrors, balance: false);

    public static Definition Of(Measure measure) => Define(Tally.NameOf(measure), measure.IsBalance());

    private static Definition Define(string name, bool balance) => new(name, Texts[name].Title, Texts[name].Meaning, balance);

    private sealed record DefinitionText(Text Title, Text Meaning);
}
