using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Lists;

/// <summary>Danh mục: codes with their names. Codes are stored, names are shown.</summary>
/// <param name="Certainty">How sure the list is, as in <see cref="FollowedForm"/>.</param>
public sealed record CodeList(string Id, Label Name, string Source, string Certainty, IReadOnlyList<CodeListItem> Items, string? Note = null)
{
    private HashSet<string>? _codes;

    public bool Has(string code) => (_codes ??= [.. Items.Select(item => item.Code)]).Contains(code);
}

/// <summary>An entry; further properties (aliases, symbol, group …) differ by list.</summary>
public sealed record CodeListItem(string Code, string Vi, string? En = null)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; init; }
}
