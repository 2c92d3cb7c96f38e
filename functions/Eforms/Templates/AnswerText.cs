using System.Globalization;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Templates;

/// <summary>An answer as it is printed: the Vietnamese names of codes, dates day first, addresses from the village up.</summary>
internal static class AnswerText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Empty for what was not filled in.</summary>
    public static string Of(FormField field, JsonElement answer) => !Values.IsFilled(answer) ? "" : field.Type switch
    {
        FieldType.Date or FieldType.PartialDate => Day(Text(answer)),
        FieldType.Choice => NameOf(field, Text(answer)),
        FieldType.MultiChoice => string.Join(", ", answer.EnumerateArray().Select(code => NameOf(field, Text(code)))),
        FieldType.Nationality => NameIn("nationalities", Text(answer)),
        FieldType.Commune => NameIn(CodeLists.Communes, Text(answer)),
        FieldType.YesNo => answer.ValueKind is JsonValueKind.True ? "Có" : "Không",
        FieldType.Money => $"{answer.GetDecimal().ToString("N0", Vietnamese)} đồng",
        FieldType.Area => $"{answer.GetDecimal().ToString("0.##", Vietnamese)} m²",
        FieldType.Integer or FieldType.Number => answer.GetDecimal().ToString("0.######", Vietnamese),
        FieldType.List => string.Join("; ", Entries(field, answer)),
        FieldType.Group => Entry(field.Fields, answer),
        FieldType.Ethnicity => Part(answer, "other") is { Length: > 0 } other ? other : NameIn("ethnic-groups", Part(answer, "code")),
        FieldType.Address or FieldType.Residence or FieldType.Place => Place(answer),
        var type when Composites.IsComposite(type) => Entry(Composites.PartsOf(type), answer),
        FieldType.Matrix => string.Join("; ", answer.EnumerateObject().Select(row => $"{NameOf(field, row.Name)}: {ColumnOf(field, Text(row.Value))}")),
        _ => Text(answer),
    };

    /// <summary>The entries of a list, each for itself; of anything else the one text, on one line.</summary>
    public static IReadOnlyList<string> Entries(FormField field, JsonElement answer) => field.Type is FieldType.List && Values.IsFilled(answer)
        ? [.. answer.EnumerateArray().Select(entry => Entry(field.Fields, entry))] : [OnOneLine(Of(field, answer))];

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Entry(IEnumerable<FormField> parts, JsonElement entry) => string.Join(
        ", ", parts.Where(part => entry.TryGetProperty(part.Key, out _)).Select(part => $"{Lower(part.Label.Vi)} {Of(part, entry.GetProperty(part.Key))}"));

    private static string Place(JsonElement place)
    {
        var country = Part(place, "country");
        string[] parts =
        [
            Part(place, "detail"), NameIn(CodeLists.Communes, Part(place, "commune")), NameIn("provinces", Part(place, "province")),
            country is "" or "VN" ? "" : NameIn("nationalities", country),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Day(string text) => string.Join('/', text.Split('-').Reverse());

    private static string NameOf(FormField field, string code)
    {
        var own = (field.Options ?? []).FirstOrDefault(option => option.ValueKind is JsonValueKind.Object && Part(option, "code") == code);
        return own.ValueKind is JsonValueKind.Object ? Part(own, "vi") : NameIn(field.List ?? "", code);
    }

    private static string ColumnOf(FormField field, string code) =>
        field.Columns?.FirstOrDefault(column => column.Code == code)?.Vi ?? NameIn(field.ColumnsList ?? "", code);

    private static string NameIn(string list, string code) => CodeLists.Find(list)?.Items.FirstOrDefault(item => item.Code == code) is { } item
        ? item.More?.GetValueOrDefault("fullName") is { ValueKind: JsonValueKind.String } full ? full.GetString()! : item.Vi
        : code;

    private static string Part(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? Text(value) : "";

    private static string Text(JsonElement json) => Values.TextOf(json) ?? "";

    private static string Lower(string label) => char.ToLower(label[0], Vietnamese) + label[1..];
}
