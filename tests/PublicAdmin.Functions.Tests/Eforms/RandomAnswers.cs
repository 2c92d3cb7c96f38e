using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;

namespace PublicAdmin.Tests.Eforms;

/// <summary>
/// Answers somebody, or a broken client, might send: mostly of the right kind, from few enough values that rules meet equals, borders and gaps.
/// </summary>
internal sealed class RandomAnswers(int seed)
{
    private static readonly string[] Days =
    [
        "2026-11-28", "2026-11-29", "2026-11-27", "2008-11-28", "2008-11-29",
        "2006-11-28", "1990-02-28", "2024-02-29", "1951", "1956-11", "2026", "2026-11", "2026-02-30", "mai",
    ];
    private static readonly string[] Names = ["Lò Thị Mai", "Lò Văn Tính", "Quàng Thị Hoa", "Mai", "Mai 2", " Vừ  Thị Mỷ", "H'Hen Niê", "lò minh an"];
    private static readonly string[] Numbers = ["011199000123", "011096004567", "011308000001", "1", "0110960045678"];

    private readonly Random _random = new(seed);

    public JsonElement Of(FormDefinition form) => JsonSerializer.SerializeToElement(Object(form.Fields));

    public JsonNode? Of(FormField field) => Value(field);

    private JsonObject Object(IEnumerable<FormField> fields) =>
        new(fields.Where(_ => _random.Next(100) < 80).Select(field => KeyValuePair.Create(field.Key, _random.Next(100) < 4 ? Odd() : Value(field))));

    private JsonNode? Odd() => _random.Next(7) switch
    {
        0 => null,
        1 => "",
        2 => "   ",
        3 => 7,
        4 => true,
        5 => new JsonArray(),
        _ => new JsonObject(),
    };

    private JsonNode? Value(FormField field) => field.Type switch
    {
        FieldType.Date or FieldType.PartialDate => Pick(Days),
        FieldType.Name => Pick(Names),
        FieldType.PersonalNumber => Pick(Numbers),
        FieldType.YesNo => _random.Next(2) == 0,
        FieldType.Integer or FieldType.Money => _random.Next(0, 90),
        FieldType.Number or FieldType.Area => _random.Next(0, 2000) / 10m,
        FieldType.Choice => Code(field),
        FieldType.MultiChoice => new JsonArray([.. Enumerable.Range(0, _random.Next(3)).Select(_ => (JsonNode)Code(field))]),
        FieldType.Ethnicity => _random.Next(3) == 0 ? Pick("01", "03") : new JsonObject { ["code"] = Pick("01", "03", "08") },
        FieldType.Nationality => Pick("VN", "LA", "CN"),
        FieldType.List => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => (JsonNode)Object(field.Fields))]),
        FieldType.Group => Object(field.Fields),
        FieldType.Matrix => new JsonObject { [Code(field)] = "1" },
        var type when Composites.IsComposite(type) => Object(Composites.PartsOf(type)),
        _ => Pick("A", "B", "Bản Tát"),
    };

    private string Code(FormField field) => field.Options is { Count: > 0 } options
        ? options[_random.Next(options.Count)] is var one && one.ValueKind is JsonValueKind.String ? one.GetString()! : one.GetProperty("code").GetString()!
        : CodeLists.Find(field.List ?? "sexes")!.Items is var items ? items[_random.Next(items.Count)].Code : "";

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}
