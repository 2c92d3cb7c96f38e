using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>
/// Each rule of each form has an example it refuses, or tells of, found from the rule itself: a valid example whose answers named in the rule, and in what
/// shows them, are changed until it is broken.
/// </summary>
public sealed partial class RuleRefusalTests
{
    private const int MostTries = 20_000;

    private static readonly FormBook Book = new();
    private static readonly DateOnly Today = new(2026, 11, 28);

    // What no answer holds: the office's own commune, and what the population register says of the person.
    private static readonly Dictionary<string, string> Outside = new()
    {
        [OutsideValues.OfficeCommune] = "03325",
        ["population(personPersonalNumber).permanentResidence.commune"] = "03256",
        ["population(personPersonalNumber).maritalStatus"] = "2",
    };

    public static TheoryData<string, string> Rules()
    {
        var data = new TheoryData<string, string>();
        foreach (var (form, rule) in Book.All(Today).SelectMany(form => form.Rules.Select(rule => (form, rule))))
        {
            data.Add(form.Id, rule.Id);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_says_no_in_both_languages_at_its_field(string form, string rule)
    {
        var definition = Book.Find(form, "1")!;
        var said = definition.Rules.Single(one => one.Id == rule);

        var (field, message) = Broken(definition, said);

        Assert.Equal($"form.{said.At[0]}", field);
        Assert.NotEmpty(message.Vi);
        Assert.NotEqual(message.Vi, message.En);
    }

    [Fact]
    public void Only_rules_of_the_officer_rest_on_registers() => Assert.All(
        Book.All(Today).SelectMany(form => form.Rules).Where(AsksRegisters), rule => Assert.NotEqual(RuleLevel.Block, rule.Level));

    [Fact]
    public void A_rule_about_what_nobody_knows_refuses_nobody()
    {
        var form = Book.Find("hoa-giai-dat-dai", "1")!;
        var answers = ExampleAnswers.Of(form);

        Assert.Empty(Book.Check(form, answers, Today, null).Errors);
        Assert.Equal("hoa-giai-dat-dai.in-commune", Assert.Single(Book.Check(form, answers, Today, null, OutsideValues.OfOffice("03325")).Errors).Code);
        Assert.Empty(Book.Check(form, answers, Today, null, OutsideValues.OfOffice("03256")).Errors);
    }

    private static (string Field, Text Message) Broken(FormDefinition form, FormRule rule)
    {
        var (random, answers) = (new RandomAnswers(form.Id.Length + rule.Id.Length), new Random(rule.Id.Length));
        var examples = form.Cases.Select(one => (string?)one.Id).Prepend(null).Select(one => ExampleAnswers.Of(form, one).GetRawText()).ToList();
        var fields = NamedBy(form, rule).ToList();
        var literals = Literal().Matches($"{rule.When}{rule.Check}").Select(match => match.Groups[1].Value).ToList();
        for (var n = 0; n < MostTries; n++)
        {
            var tried = JsonNode.Parse(examples[answers.Next(examples.Count)])!;
            foreach (var field in fields.Where(_ => answers.Next(3) > 0))
            {
                tried[field.Key] = answers.Next(4) switch
                {
                    0 when field.IsDate => "1890-05-02",
                    0 or 1 when field.Type is FieldType.Choice && literals.Count > 0 => literals[answers.Next(literals.Count)],
                    _ => random.Of(field),
                };
            }

            if (Said(form, rule, JsonSerializer.SerializeToElement(tried)) is { } said)
            {
                return said;
            }
        }

        throw new InvalidOperationException($"Nothing breaks {form.Id}.{rule.Id}.");
    }

    private static (string Field, Text Message)? Said(FormDefinition form, FormRule rule, JsonElement answers)
    {
        var (verdict, code) = (Book.Check(form, answers, Today, null, new(Outside.Concat(Asked(rule)).ToDictionary())), $"{form.Id}.{rule.Id}");
        return rule.Level is RuleLevel.Block
            ? verdict.Errors.FirstOrDefault(error => error.Code == code) is { } error ? (error.Field, error.Message) : null
            : verdict.Notes.FirstOrDefault(note => note.Code == code) is { } note ? (note.Fields[0], note.Message) : null;
    }

    // Those it names, and those that must be answered for these to be shown.
    private static IEnumerable<FormField> NamedBy(FormDefinition form, FormRule rule)
    {
        var named = Keys($"{rule.When}{rule.Check}").ToHashSet();
        for (var depth = 0; depth < 2; depth++)
        {
            var shown = form.Sections.SelectMany(section => section.Fields.Where(field => named.Contains(field.Key))
                .Select(field => $"{section.ShowIf}{field.ShowIf}"));
            named.UnionWith(shown.SelectMany(Keys).ToList());
        }

        return form.Fields.Where(field => named.Contains(field.Key) && field.Computed is null);
    }

    // What a register would have to answer for the rule to be broken: the opposite of what it wants.
    private static IEnumerable<KeyValuePair<string, string>> Asked(FormRule rule) =>
        Question().Matches($"{rule.When}").Select(match => KeyValuePair.Create(match.Groups[2].Value, OutsideValues.Held))
            .Concat(Question().Matches($"{rule.Check}").Select(match => KeyValuePair.Create(match.Groups[2].Value, IsDenied(match) ? OutsideValues.Held : "")));

    private static bool IsDenied(Match question) => question.Groups[1].Length > 0;

    private static IEnumerable<string> Keys(string json) => Literal().Matches(json).Select(match => match.Groups[1].Value);

    private static bool AsksRegisters(FormRule rule) => $"{rule.When}{rule.Check}".Contains("\"found\"", StringComparison.Ordinal);

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(\"not\":\\s*\\{\\s*)?\"found\":\\s*\"([^\"]+)\"")]
    private static partial Regex Question();
}
