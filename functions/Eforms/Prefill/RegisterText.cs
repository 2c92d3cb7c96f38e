using System.Globalization;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Reads the words of a register as an answer of a field: dates day first, names of list entries, addresses from the village up.</summary>
internal static class RegisterText
{
    private const string PermanentKind = "1";

    /// <param name="path">Which fact it is.</param>
    /// <returns>Null for what is not certain.</returns>
    public static JsonElement? Read(CompiledField field, string text, string path) => field.Field.Type switch
    {
        FieldType.Date or FieldType.PartialDate => Day(text) is { } day ? Json(day) : null,
        FieldType.Choice => CodeIn(field.Field.List, text) is { } code && field.Codes!.Contains(code) ? Json(code) : null,
        FieldType.Nationality => CodeIn("nationalities", text) is { } country ? Json(country) : null,
        FieldType.Ethnicity => CodeIn("ethnic-groups", text) is { } people ? Json(new { code = people }) : null,
        FieldType.Address or FieldType.Place => Address(text),
        FieldType.Residence => Address(text) is { } home ? Residence(home, path) : null,
        FieldType.Name or FieldType.Text or FieldType.LongText or FieldType.PersonalNumber or FieldType.Phone or FieldType.Email => Json(text),
        _ => null,
    };

    /// <summary>The code of an entry by its name or another name it goes by; null where none or several are called so.</summary>
    public static string? CodeIn(string? list, string text) =>
        CodeLists.Find(list ?? "")?.Items.Where(item => SameWords.Are(item.Vi, text) || AliasesOf(item).Any(name => SameWords.Are(name, text))).ToList()
            is [var only] ? only.Code : null;

    /// <summary>The commune an address lies in; null where it is not certain.</summary>
    public static string? CommuneIn(string address) => Address(address)?.GetProperty("commune").GetString();

    private static string? Day(string text) =>
        DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("O", CultureInfo.InvariantCulture)
        : text.Length is 4 && text.All(char.IsAsciiDigit) ? text
        : null;

    // "Bản Tát, xã Mường Ảng, tỉnh Điện Biên".
    private static JsonElement? Address(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || Named(CodeLists.Find("provinces")!.Items, parts[^1]) is not { } province
            || Named(CodeLists.Find(CodeLists.Communes)!.Items.Where(item => CodeLists.ProvinceOf(item.Code) == province), parts[^2]) is not { } commune)
        {
            return null;
        }

        return Json(new { province, commune, detail = string.Join(", ", parts[..^2]) });
    }

    private static JsonElement? Residence(JsonElement home, string path) => path is "residence" or "permanentResidence"
        ? Json(new
        {
            kind = PermanentKind,
            province = home.GetProperty("province").GetString(),
            commune = home.GetProperty("commune").GetString(),
            detail = home.GetProperty("detail").GetString(),
        })
        : null;

    private static string? Named(IEnumerable<CodeListItem> items, string name) =>
        items.Where(item => SameWords.Are(item.Vi, name) || (FullNameOf(item) is { } full && SameWords.Are(full, name))).ToList() is [var only]
            ? only.Code
            : null;

    private static string? FullNameOf(CodeListItem item) =>
        item.More?.GetValueOrDefault("fullName") is { ValueKind: JsonValueKind.String } full ? full.GetString() : null;

    private static IEnumerable<string> AliasesOf(CodeListItem item) =>
        item.More?.GetValueOrDefault("aliases") is { ValueKind: JsonValueKind.Array } names ? names.EnumerateArray().Select(name => name.ToString()) : [];

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);
}
