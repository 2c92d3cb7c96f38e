using PublicAdmin.Offices;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Procedures;

public sealed class ProcedureCatalogueTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly ProcedureCatalogue Catalogue = new();

    public static TheoryData<string> Codes => [.. Catalogue.All(Today).Select(procedure => procedure.Code)];

    [Fact]
    public void The_catalogue_holds_the_twenty_five_procedures_one_of_them_under_two_codes() => Assert.Equal(26, Catalogue.All(Today).Count);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_shipped_version_keeps_the_rules_an_administrator_must_keep(string code) =>
        Assert.All(Catalogue.VersionsOf(code), version => Assert.Null(ProcedureRules.FirstBroken(version, new OfficeDirectory())?.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_fact_says_where_it_comes_from_and_what_is_from_memory_says_so(string code) =>
        Assert.All(Catalogue.VersionsOf(code), version =>
        {
            var told = version.Sources.SelectMany(source => source.Fields).Select(field => field.Split('.')[0]).ToHashSet();

            Assert.Superset(new HashSet<string> { "code", "term", "components", "fees", "mode" }, told);
            Assert.All(version.Sources, source => Assert.Equal(source.Certainty is not Certainty.Verified, source.Source == Provenance.Memory));
        });

    [Fact]
    public void A_former_code_finds_the_procedure_that_took_its_place() => Assert.Equal("3.000722", Catalogue.Find("2.000986", Today)?.Code);

    [Fact]
    public void A_dossier_keeps_the_version_it_pinned()
    {
        var before = Catalogue.Find("1.000894", new DateOnly(2025, 12, 31))!;
        var after = Catalogue.Find("1.000894", new DateOnly(2026, 1, 1))!;

        Assert.Contains(before.ToHandIn, component => component.Id == "tinh-trang");
        Assert.DoesNotContain(after.ToHandIn, component => component.Id == "tinh-trang");
        Assert.Same(before, Catalogue.Find("1.000894", before.Version));
    }

    [Fact]
    public void An_administrators_version_holds_from_its_day_and_rewrites_nothing()
    {
        var catalogue = new ProcedureCatalogue();
        var faster = catalogue.Find("1.014027", Today)! with { ValidFrom = Today.AddDays(5), Term = new(Term.WorkingDays(7)) };

        catalogue.Load([faster]);

        Assert.Equal(10, catalogue.Find("1.014027", Today.AddDays(4))!.Term.Normal.Value);
        Assert.Equal(7, catalogue.Find("1.014027", Today.AddDays(5))!.Term.Normal.Value);
    }

    [Theory]
    [InlineData("1.013978", 20, 30)] // first registration
    [InlineData("1.012796", 8, 18)] // correction of a first certificate
    public void Land_takes_ten_working_days_more_in_a_difficult_commune(string code, int plain, int difficult)
    {
        var term = Catalogue.Find(code, Today)!.Term.Normal;

        Assert.Equal((plain, difficult), (term.ValueIn(false), term.ValueIn(true)));
    }

    [Fact]
    public void Nothing_a_database_holds_is_asked_for() =>
        Assert.All(Catalogue.All(Today).SelectMany(procedure => procedure.ToHandIn), component => Assert.Null(component.Database));
}
