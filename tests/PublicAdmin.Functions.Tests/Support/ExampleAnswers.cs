using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Support;

/// <summary>
/// A valid example for every form and case: what <c>Eforms/examples.json</c> says of them, and for whatever else the form asks a plausible answer.
/// </summary>
internal static partial class ExampleAnswers
{
    private static readonly FormBook Book = new();
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly JsonObject Told = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Eforms", "examples.json")))!.AsObject();

    /// <summary>For a procedure on an ordinary day, as a filing carries it.</summary>
    public static JsonElement Of(string procedure, string? formCase = null) => Of(Book.Of(procedure, Today)!, formCase);

    /// <summary>The same, about somebody else.</summary>
    public static JsonElement About(string procedure, string name, string number, string phone) => JsonElement.Parse(Of(procedure).GetRawText()
        .Replace("Lò Thị Mai", name, StringComparison.Ordinal)
        .Replace("011195000123", number, StringComparison.Ordinal)
        .Replace("0912345678", phone, StringComparison.Ordinal));

    public static JsonElement Of(FormDefinition form, string? formCase = null)
    {
        var answers = new JsonObject();
        foreach (var (key, value) in Given(form, formCase))
        {
            answers[key] = value?.DeepClone();
        }

        for (var round = 0; round < 40; round++)
        {
            var errors = AnswerCheck.Check(Book.Ready(form), JsonSerializer.SerializeToElement(answers), Today, formCase).Errors;
            var missing = errors.Where(error => error.Code == AnswerRefusals.Missing.Code).ToList();
            if (missing.Count == 0)
            {
                Assert.True(errors.Count == 0, $"{form.Id} {formCase}: {string.Join("; ", errors.Select(error => $"{error.Field} {error.Message.En}"))}");
                return JsonSerializer.SerializeToElement(answers, OfficeJson.Options);
            }

            missing.ForEach(error => Fill(answers, form, error.Field));
        }

        throw new InvalidOperationException($"{form.Id} {formCase} asks for ever more.");
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Given(FormDefinition form, string? formCase)
    {
        var of = Told[form.Id] as JsonObject ?? [];
        IEnumerable<KeyValuePair<string, JsonNode?>> common = Told["*"]!.AsObject().Where(one => form.Fields.Any(field => field.Key == one.Key));
        var fixedBy = form.Cases.FirstOrDefault(one => one.Id == formCase)?.Answers?
            .Select(one => KeyValuePair.Create(one.Key, JsonNode.Parse(one.Value.GetRawText())));
        return [.. common, .. of["*"] as JsonObject ?? [], .. fixedBy ?? [], .. of[formCase ?? ""] as JsonObject ?? []];
    }

    private static void Fill(JsonObject answers, FormDefinition form, string path)
    {
        JsonNode at = answers;
        var fields = form.Fields;
        var steps = Step().Matches(path["form.".Length..]).Select(match => match.Value).ToList();
        for (var n = 0; n < steps.Count; n++)
        {
            if (steps[n][0] == '[')
            {
                at = at[int.Parse(steps[n][1..^1])]!;
                continue;
            }

            var field = fields.First(one => one.Key == steps[n]);
            fields = field.Fields.Count > 0 ? field.Fields : Composites.PartsOf(field.Type);
            if (n == steps.Count - 1)
            {
                at[field.Key] = Value(field);
            }
            else
            {
                at = at[field.Key]!;
            }
        }
    }

    private static JsonNode Value(FormField field) => field.Type switch
    {
        FieldType.YesNo => field.Default is { } yes ? JsonNode.Parse(yes.GetRawText())! : JsonValue.Create(false),
        FieldType.Integer => JsonValue.Create((int)(field.Min ?? 1)),
        FieldType.Number or FieldType.Area => JsonValue.Create(100),
        FieldType.Money => JsonValue.Create(500_000),
        FieldType.List => new JsonArray([.. Enumerable.Range(0, Math.Max(1, field.MinItems ?? 1)).Select(_ => Entry(field))]),
        FieldType.Group => Entry(field),
        FieldType.MultiChoice => new JsonArray(CodeOf(field)),
        FieldType.Matrix => new JsonObject { [CodeOf(field)] = field.Columns?[0].Code ?? CodeLists.Find(field.ColumnsList!)!.Items[0].Code },
        FieldType.Choice => JsonValue.Create(field.Default?.GetString() ?? CodeOf(field)),
        FieldType.Address or FieldType.Place => new JsonObject { ["province"] = "11", ["commune"] = "03256", ["detail"] = "Bản Tát" },
        FieldType.Residence => new JsonObject { ["kind"] = "1", ["province"] = "11", ["commune"] = "03256", ["detail"] = "Bản Tát" },
        FieldType.IdentityDocument => new JsonObject { ["kind"] = "9", ["number"] = "011195000123", ["issuedOn"] = "2024-08-01", ["issuedBy"] = "Bộ Công an" },
        FieldType.Ethnicity => new JsonObject { ["code"] = "03" },
        FieldType.RegisterEntry => new JsonObject { ["number"] = "12/2015", ["date"] = "2015-03-02", ["agency"] = "UBND xã Mường Ảng" },
        FieldType.BankAccount => new JsonObject { ["holder"] = "Lò Thị Mai", ["number"] = "8900205123456", ["bank"] = "Agribank" },
        FieldType.Consent => new JsonObject { ["method"] = "VNeID", ["by"] = "Lò Thị Mai" },
        _ => JsonValue.Create(TextOf(field)),
    };

    private static JsonObject Entry(FormField field) =>
        new(field.Fields.Where(part => part is { Required: true }).Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, Value(part))));

    private static string TextOf(FormField field) => field.Type switch
    {
        FieldType.Name when field.Key.StartsWith("child", StringComparison.Ordinal) => "Lò Minh An",
        FieldType.Name => "Lò Thị Mai",
        FieldType.PersonalNumber => "011195000123",
        FieldType.Phone => "0912345678",
        FieldType.Email => "mai@example.vn",
        FieldType.Date => field.Key.Contains("irthDate", StringComparison.Ordinal) ? "1995-03-02" : "2026-11-10",
        FieldType.PartialDate => field.Key.Contains("irth", StringComparison.Ordinal) ? "1995" : "2015-03",
        FieldType.Time => "07:30",
        FieldType.Datetime => "2026-11-25T08:00",
        FieldType.Nationality => "VN",
        FieldType.Commune => "03256",
        FieldType.Photo => "upload-1",
        _ => "Nội dung khai",
    };

    private static string CodeOf(FormField field) => field.Options is [var first, ..]
        ? first.ValueKind is JsonValueKind.String ? first.GetString()! : first.GetProperty("code").GetString()!
        : CodeLists.Find(field.List!)!.Items[0].Code;

    [GeneratedRegex(@"[A-Za-z0-9]+|\[[0-9]+\]")]
    private static partial Regex Step();
}
