using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Eforms;

public sealed class DefinitionTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly FormBook Book = new();

    public static TheoryData<string> Forms() => new(Book.All(Today).Select(form => form.Id));

    [Fact]
    public void Every_procedure_of_the_catalogue_has_a_form_that_stands_for_one_of_its_components()
    {
        var procedures = new ProcedureCatalogue().All(Today);

        Assert.All(procedures, procedure => Assert.NotNull(Book.Of(procedure.Code, Today)));
        Assert.Equal(26, procedures.Count);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_shipped_form_contradicts_itself(string id) =>
        Assert.Empty(Book.Ready(Book.All(Today).Single(form => form.Id == id)).Faults.Select(fault => $"{fault.Place}: {fault.What.En}"));

    [Theory]
    [InlineData("""{"eq": [{"field": "nobody"}, "1"]}""", "rules.r.check.eq.field")]
    [InlineData("""{"equals": [{"field": "a"}, "1"]}""", "rules.r.check.equals")]
    [InlineData("""{"lt": [{"path": ["a", "street"]}, "1"]}""", "rules.r.check.lt.path")]
    [InlineData("""{"each": ["a", {"filled": {"field": "a"}}]}""", "rules.r.check.each")]
    [InlineData("""{"eq": [{"field": "a"}]}""", "rules.r.check.eq")]
    [InlineData("""{"matches": [{"field": "a"}, "anything"]}""", "rules.r.check.matches")]
    public void A_rule_that_means_nothing_is_named_by_its_place(string check, string place)
    {
        var faults = CompiledForm.Of(Form("""{"key": "a", "label": {"vi": "A"}, "type": "text", "certainty": "own"}""", check)).Faults;

        Assert.Equal([place], faults.Select(fault => fault.Place));
    }

    [Fact]
    public void Two_fields_that_hide_each_other_are_named()
    {
        const string Circle = """
            {"key": "a", "label": {"vi": "A"}, "type": "text", "certainty": "own", "showIf": {"filled": {"field": "b"}}},
            {"key": "b", "label": {"vi": "B"}, "type": "text", "certainty": "own", "showIf": {"not": {"filled": {"field": "a"}}}}
            """;

        var fault = Assert.Single(CompiledForm.Of(Form(Circle)).Faults);

        Assert.Contains("a, b", fault.What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key": "a", "label": {"vi": "A"}, "type": "choice", "certainty": "own"}""", "sections.s.fields.a")]
    [InlineData("""{"key": "a", "label": {"vi": "A"}, "type": "choice", "list": "no-such", "certainty": "own"}""", "sections.s.fields.a.list")]
    [InlineData("""{"key": "a", "label": {"vi": "A"}, "type": "choice", "list": "sexes", "options": ["7"], "certainty": "own"}""",
        "sections.s.fields.a.options")]
    [InlineData("""{"key": "A-1", "label": {"vi": "A"}, "type": "text", "certainty": "own"}""", "fields.A-1")]
    [InlineData("""{"key": "a", "label": {"vi": "A"}, "type": "list", "certainty": "own"}""", "sections.s.fields.a")]
    [InlineData("""{"key": "a", "label": {"vi": "A"}, "type": "text", "pattern": "(?=a)", "certainty": "own"}""", "sections.s.fields.a.pattern")]
    public void A_field_nobody_could_fill_in_is_named(string field, string place) =>
        Assert.Contains(place, CompiledForm.Of(Form(field)).Faults.Select(fault => fault.Place));

    private static FormDefinition Form(string fields, string? check = null)
    {
        var rules = check is null ? "" : $$"""{"id": "r", "level": "block", "check": {{check}}, "message": {"vi": "Sai"}, "at": ["a"], "certainty": "own"}""";
        return JsonSerializer.Deserialize<FormDefinition>(
            $$"""
            {"id": "thu", "version": "1", "validFrom": "2026-01-01", "procedures": ["1.000001"], "component": "don", "name": {"vi": "Thử"},
             "official": {"number": "1", "law": "không", "certainty": "own"}, "cases": [], "declarations": [],
             "sections": [{"id": "s", "title": {"vi": "Mục"}, "fields": [{{fields}}]}], "rules": [{{rules}}]}
            """,
            OfficeJson.Options)!;
    }
}
