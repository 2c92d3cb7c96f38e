using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Rules;

/// <summary>Where a definition contradicts itself, and how.</summary>
/// <param name="Place">E.g. <c>sections.mother.fields.motherName.showIf</c>.</param>
public sealed record DefinitionFault(string Place, Text What);

/// <summary>Everything that is wrong with a definition, collected while it is read.</summary>
internal sealed class DefinitionFaults
{
    private readonly List<DefinitionFault> _all = [];

    public IReadOnlyList<DefinitionFault> All => _all;

    public void Add(string place, string vi, string en) => _all.Add(new(place, new Text(vi, en)));
}
