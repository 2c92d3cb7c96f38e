using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>
/// Any value that is right for the page is right for the office and the reverse: thousands of values of every field of every form, most of them near the
/// border between right and wrong, judged by both.
/// </summary>
public sealed class PageValueTests
{
    private const int PerField = 12;

    private static readonly FormBook Book = new();
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly string Assets = Path.Combine(Repository.Root, "functions", "Site", "assets");

    [FactNeeding("node")]
    public void The_page_and_the_office_judge_every_value_alike()
    {
        using var folder = new TempFolder();
        var fields = Book.All(Today).SelectMany(form => form.Fields).Select(Plain).ToList();
        var cases = fields
            .SelectMany((field, n) => Values(field, n).Select(value => new { Field = n, Value = value, Faults = FaultsOf(field, value) })).ToList();
        var all = new
        {
            Composites = Composites.All,
            Codes = CodeLists.Ids.Where(id => id != CodeLists.Communes).ToDictionary(id => id, id => CodeLists.Find(id)!.Items.Select(item => item.Code)),
            Communes = CodeLists.Find(CodeLists.Communes)!.Items.ToDictionary(item => item.Code, item => CodeLists.ProvinceOf(item.Code)),
            Fields = fields,
            Cases = cases,
        };
        File.WriteAllText(folder["cases.json"], JsonSerializer.Serialize(all, OfficeJson.Options));
        File.WriteAllText(folder["package.json"], """{"type": "module"}""");
        foreach (var module in new[] { "eform-rules.js", "own-text.js", "own-values.js", "own-shapes.js" })
        {
            File.Copy(Path.Combine(Assets, module), folder[module]);
        }

        File.Copy(Path.Combine(Path.GetDirectoryName(RuleVectors.File)!, "page-values.mjs"), folder["page-values.mjs"]);
        var answer = OutsideTool.Run("node", folder["page-values.mjs"], folder["cases.json"]);

        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.InRange(cases.Count(one => one.Faults.Count == 0), cases.Count / 4, cases.Count * 3 / 4);
    }

    private static List<string[]> FaultsOf(FormField field, JsonElement value)
    {
        var faults = new DefinitionFaults();
        var form = Book.All(Today)[0];
        var table = new FieldTable(form);
        var errors = new List<FormError>();
        var compiled = CompiledField.Of(field, "it", new RuleReader(table, faults), faults, table);
        new ShapeCheck(errors).Check("form.it", compiled, value, new RuleScope(new AnswerSheet(table, Today, null)));
        return [.. errors.Select(error => new[] { error.Field, error.Code })];
    }

    private static IEnumerable<JsonElement> Values(FormField field, int seed)
    {
        var near = new BorderValues(seed);
        return Enumerable.Range(0, PerField).Select(_ => JsonSerializer.SerializeToElement(near.Of(field)));
    }

    // What hangs on other answers is held by the vectors of rules.
    private static FormField Plain(FormField field) => field with
    {
        Required = false,
        ShowIf = null,
        RequiredIf = null,
        Prefill = [],
        Computed = null,
        DefaultFrom = null,
        Suggest = null,
        Fields = [.. field.Fields.Select(part => Plain(part) with { Required = part.Required })],
    };
}
