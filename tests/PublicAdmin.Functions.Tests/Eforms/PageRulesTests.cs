using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>The interpreter of the pages says what the office's says: for the shared vectors and for thousands of answers nobody chose.</summary>
public sealed class PageRulesTests
{
    private const int PerForm = 200;

    private static readonly FormBook Book = new();
    private static readonly OutsideValues Outside = new(new Dictionary<string, string>
    {
        [OutsideValues.OfficeCommune] = "03256",
        ["population(personPersonalNumber).permanentResidence.commune"] = "B",
        ["population(personPersonalNumber).maritalStatus"] = "1",
    });
    private static readonly RuleVectors Vectors = RuleVectors.Read();
    private static readonly string Functions = Path.Combine(Repository.Root, "functions", "Site", "assets");
    private static readonly string Tests = Path.GetDirectoryName(RuleVectors.File)!;

    [FactNeeding("node")]
    public async Task It_agrees_on_every_rule_every_hidden_field_and_every_computed_value()
    {
        using var folder = new TempFolder();
        var forms = Book.All(Vectors.Today);
        var cases = Vectors.Cases.Select(vector => Case(Book.Find(vector.Form, "1")!, vector.Answers))
            .Concat(forms.SelectMany((form, n) => Generated(form, n)))
            .Concat(forms.SelectMany(form => form.Cases.Select(one => Case(form, ExampleAnswers.Of(form, one.Id)))));
        var file = folder["cases.json"];
        var all = new { Vectors.Today, Forms = forms.ToDictionary(form => form.Id), Cases = cases };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(all, OfficeJson.Options));
        await File.WriteAllTextAsync(folder["package.json"], """{"type": "module"}""");
        File.Copy(Path.Combine(Functions, "eform-rules.js"), folder["eform-rules.js"]);
        File.Copy(Path.Combine(Functions, "own-text.js"), folder["own-text.js"]);
        File.Copy(Path.Combine(Tests, "page-rules.mjs"), folder["page-rules.mjs"]);

        var answer = OutsideTool.Run("node", folder["page-rules.mjs"], file);

        Assert.True(answer.ExitCode == 0, answer.Output);
    }

    private static IEnumerable<object> Generated(FormDefinition form, int seed)
    {
        var random = new RandomAnswers(seed);
        return Enumerable.Range(0, PerForm).Select(_ => Case(form, random.Of(form)));
    }

    private static object Case(FormDefinition form, JsonElement answers)
    {
        var ready = Book.Ready(form);
        var (sheet, shown) = AnswerCheck.Seen(ready, answers, Vectors.Today, null);
        var computed = ready.Fields.Where((field, place) => shown[place] && field.Computed is not null)
            .Select(field => (field.Field.Key, Value: field.Computed!(new RuleScope(sheet)))).Where(one => !one.Value.IsEmpty)
            .ToDictionary(one => one.Key, one => one.Value.Kind is ValueKind.Flag ? (object)(one.Value.Low > 0) : one.Value.Text!);
        return new
        {
            Form = form.Id,
            Answers = answers,
            Outside = Outside.Known,
            Broken = AnswerCheck.BrokenRules(ready, answers, Vectors.Today, Outside),
            Shown = form.Fields.Where((_, place) => shown[place]).Select(field => field.Key),
            Computed = computed,
        };
    }
}
