using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Values at the border between right and wrong, by the type of the field.</summary>
internal sealed class BorderValues(int seed)
{
    private static readonly string[] Words =
    [
        "Bản Tát", " Bản  Tát ", "", "   ", "a\u0085", "\u0085", "\uFEFFBản", "Bản\u200BTát", "hai\ndòng", "hai\r\ndòng", "tab\tgiữa",
        "Ba\u0309n Ta\u0301t", "\U000E0041", "012345678912", "8", "VN", "A1", new string('x', 100), new string('x', 101), new string('x', 300),
        new string('x', 301), new string('x', 2_000), new string('x', 2_001),
    ];

    private static readonly string[] Names =
    [
        "Lò Thị Mai", "Mai", "Vừ  Thị Mỷ", "H'Hen Niê", "Y’ Moan", "K-Sor", "Mai 2", "Mai.", "-", "'", "\U00016B1C\U00016B33", "ꪵꪒꪙ", "Lò\nMai",
        "Nguyễn\u0302", "Ánh_Tuyết",
        new string('a', 100), new string('ắ', 101), "Lò Thị Mai ",
    ];

    private static readonly string[] Days =
    [
        "2026-11-28", "2024-02-29", "2023-02-29", "2026-11", "2026", "1799-12-31", "1800-01-01", "2199-12-31", "2200-01-01", "2026-13-01",
        "2026-00-10", "2026-1-1", "28/11/2026", "2026-11-31", "2026-11-28T07:30", "2026-11-28T24:00", "2026-11-28T7:30", "2026-11-28\n", "٢٠٢٦",
        "07:30", "23:59", "24:00", "7:30",
    ];

    private static readonly string[] Numbers =
    [
        "011195000123", "01119500012", "0111950001234", "011195 000123", "٠١١١٩٥٠٠٠١٢٣", "0912345678", "+84912345678", "84912345678", "091234567",
        "09123456789", "091234567890", "0912 345 678", "mai@example.vn", "mai@example", "mai@@example.vn", "a+b@x-y.vn", "mái@example.vn",
        "mai@ex_ample.vn", "mai@example.vn ",
    ];

    private readonly Random _random = new(seed);

    public JsonNode? Of(FormField field) => _random.Next(20) == 0 ? Odd() : field.Type switch
    {
        FieldType.YesNo => _random.Next(2) == 0,
        FieldType.Integer or FieldType.Number or FieldType.Money or FieldType.Area => Number(field),
        FieldType.Date or FieldType.PartialDate or FieldType.Time or FieldType.Datetime => Pick(Days),
        FieldType.Name => Pick(Names),
        FieldType.PersonalNumber or FieldType.Phone or FieldType.Email => Pick(Numbers),
        FieldType.Nationality => Pick("VN", "LA", "vn", "V", "VNM", "12"),
        FieldType.Commune => Pick("03256", "00004", "99999", "3256", " 03256 "),
        FieldType.Choice => Code(field),
        FieldType.MultiChoice => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => (JsonNode)Code(field))]),
        FieldType.Matrix => Table(field),
        FieldType.List => new JsonArray([.. Enumerable.Range(0, Math.Max(0, (field.MinItems ?? 0) + _random.Next(-1, 4))).Select(_ => Entry(field.Fields))]),
        FieldType.Group => Entry(field.Fields),
        var type when Composites.IsComposite(type) => Entry(Composites.PartsOf(type)),
        _ => _random.Next(3) == 0 ? Pick(Names) : Pick(Words),
    };

    private JsonNode? Odd() => _random.Next(8) switch
    {
        0 => null,
        1 => "",
        2 => "\u00A0",
        3 => 7,
        4 => true,
        5 => new JsonArray("x"),
        6 => new JsonObject { ["strange"] = "x" },
        _ => "x",
    };

    private JsonObject Entry(IEnumerable<FormField> parts)
    {
        var entry = new JsonObject(parts.Where(_ => _random.Next(10) < 8).Select(part => KeyValuePair.Create(part.Key, Of(part))));
        if (_random.Next(3) == 0 && entry.ContainsKey("commune"))
        {
            (entry["province"], entry["commune"], entry["detail"]) = ("11", Pick("03256", "03256", "00004"), "Bản Tát");
        }

        if (_random.Next(12) == 0)
        {
            entry["extra"] = "x";
        }

        return entry;
    }

    private JsonNode Number(FormField field)
    {
        decimal[] near = [field.Min ?? 0, field.Max ?? 1_000_000_000_000_000, 0, 1, -1, 0.5m, 12.25m, 12.345m, 0.1m, 1_000_000];
        var number = near[_random.Next(near.Length)] + (_random.Next(4) == 0 ? _random.Next(-1, 2) : 0);
        return JsonValue.Create(number);
    }

    private JsonObject Table(FormField field)
    {
        var columns = field.Columns?.Select(column => column.Code).ToArray() ?? [.. CodeLists.Find(field.ColumnsList!)!.Items.Select(item => item.Code)];
        var table = new JsonObject();
        for (var n = _random.Next(3); n >= 0; n--)
        {
            table[Code(field)] = Pick([.. columns, "khong-co"]);
        }

        return table;
    }

    private string Code(FormField field)
    {
        var codes = field.Options is { Count: > 0 } options
            ? options.Select(one => one.ValueKind is JsonValueKind.String ? one.GetString()! : one.GetProperty("code").GetString()!)
            : CodeLists.Find(field.List ?? "sexes")!.Items.Select(item => item.Code);
        return _random.Next(8) == 0 ? Pick("khong-co", "", "1 ") : Pick([.. codes]);
    }

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}
