using System.Collections.Frozen;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Lists;

/// <summary>The code lists forms choose from, as they came with the system.</summary>
public static class CodeLists
{
    public const string Communes = "communes";

    private static readonly Lazy<Dictionary<string, CodeList>> All = new(Read);
    private static readonly Lazy<FrozenDictionary<string, string>> Provinces = new(() => Rows().ToFrozenDictionary(row => row[1], row => row[0]));

    public static CodeList? Find(string id) => All.Value.GetValueOrDefault(id);

    public static IEnumerable<string> Ids => All.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The province a commune of today belongs to; null for an unknown code.</summary>
    public static string? ProvinceOf(string commune) => Provinces.Value.GetValueOrDefault(commune);

    private static Dictionary<string, CodeList> Read() =>
        Resources.JsonIn<CodeList>("Eforms.Data.Lists.").Append(ReadCommunes()).ToDictionary(list => list.Id, StringComparer.Ordinal);

    private static CodeList ReadCommunes() => new(
        Communes,
        new Label("Xã, phường, đặc khu", "Communes, wards, special zones"),
        "General Statistics Office codes, from thanglequoc/vietnamese-provinces-database, data of 25/07/2026",
        "S",
        [.. Rows().Select(row => new CodeListItem(row[1], row[3]) { More = new() { ["group"] = JsonSerializer.SerializeToElement(row[0]) } })]);

    private static IEnumerable<string[]> Rows() => Resources.Lines("Eforms.Data.Lists.communes.csv").Skip(1).Select(line => line.Split(','));
}
