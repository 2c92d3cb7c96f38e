namespace PublicAdmin.Eforms.Rules;

/// <summary>What rules ask for that no answer holds, by the name they give it; what is not there is unknown, and nothing is refused because of it.</summary>
public sealed record OutsideValues(IReadOnlyDictionary<string, string> Known)
{
    /// <summary>The commune of the agency that is competent.</summary>
    public const string OfficeCommune = "office.commune";

    /// <summary>What a question to a register is worth once it holds such a record; anything else is that it holds none.</summary>
    public const string Held = "1";

    /// <param name="commune">GSO code; null when nobody knows it.</param>
    public static OutsideValues? OfOffice(string? commune) =>
        commune is null ? null : new(new Dictionary<string, string> { [OfficeCommune] = commune });
}
