namespace PublicAdmin.Procedures;

/// <summary>How sure a fact is. Ordered from sure to unsure.</summary>
public enum Certainty
{
    /// <summary>Read in a source.</summary>
    Verified,

    /// <summary>From memory, high confidence: to be checked with the published decision before use.</summary>
    MemoryHigh,

    /// <summary>From memory, medium confidence.</summary>
    MemoryMedium,

    /// <summary>From memory, low confidence.</summary>
    MemoryLow,
}

/// <summary>Where facts come from.</summary>
/// <param name="Fields">Which fields of the procedure, e.g. <c>term</c>, <c>fees</c>.</param>
/// <param name="Source">What was read, or <c>memory</c>.</param>
public sealed record Provenance(IReadOnlyList<string> Fields, string Source, Certainty Certainty)
{
    public const string Memory = "memory";
}
