using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Offices;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Procedures;

public sealed class CompetenceTests
{
    private const string DienBienPhu = "H18.61";
    private const string ProvincialCenter = "H18.01.01";
    private const string MuongAngUnit = "03256";

    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly OfficeDirectory Offices = new();
    private static readonly string MuongAng = Offices.FindByUnit(MuongAngUnit, Today)!.Code;

    private static readonly string[] Codes = [.. Offices.All(Today).Select(office => office.Code), "H18.999", ""];
    private static readonly string?[] Units = [.. AdministrativeUnits.All.Select(unit => unit.Code), "99999", "", null];

    [Fact]
    public void Where_it_is_handed_in_does_not_decide_where_it_is_decided() =>
        Assert.Equal(MuongAng, Decide(CompetenceRule.UnitOfResidence, new(DienBienPhu, ResidenceUnit: MuongAngUnit)));

    [Fact]
    public void Land_is_decided_where_it_lies_and_not_where_the_owner_lives()
    {
        Assert.Equal(MuongAng, Decide(CompetenceRule.UnitOfPlace, new(DienBienPhu, ResidenceUnit: "03127", PlaceUnit: MuongAngUnit)));
        Assert.Null(Decide(CompetenceRule.UnitOfPlace, new(DienBienPhu, ResidenceUnit: "03127")));
    }

    [Fact]
    public void What_any_commune_may_do_is_done_where_the_citizen_stands()
    {
        Assert.Equal(DienBienPhu, Decide(CompetenceRule.AnyCommune, new(DienBienPhu, ResidenceUnit: MuongAngUnit)));
        Assert.Equal(MuongAng, Decide(CompetenceRule.AnyCommune, new(ProvincialCenter, ResidenceUnit: MuongAngUnit)));
        Assert.Null(Decide(CompetenceRule.AnyCommune, new(ProvincialCenter)));
    }

    [Fact]
    public void A_named_office_decides_while_it_is_open()
    {
        var rule = new Competence(CompetenceRule.NamedOffice, "H18.02");

        Assert.Equal("H18.02", rule.Decide(new(DienBienPhu), Offices, Today));
        Assert.Null(rule.Decide(new(DienBienPhu), Offices, new DateOnly(2025, 6, 30)));
    }

    [Fact]
    public void Whatever_is_told_the_answer_is_an_open_office_or_unknown() =>
        Prop.ForAll<CompetenceRule, int, int>((rule, at, about) =>
        {
            var receipt = Codes[Math.Abs(at % Codes.Length)];
            var competence = new Competence(rule, rule is CompetenceRule.NamedOffice ? receipt : null);
            var facts = new CompetenceFacts(receipt, Units[Math.Abs(about % Units.Length)], Units[Math.Abs((at + about) % Units.Length)]);

            return competence.Decide(facts, Offices, Today) is not { } code || Offices.Find(code, Today) is not null;
        }).QuickCheckThrowOnFailure();

    private static string? Decide(CompetenceRule rule, CompetenceFacts facts) => new Competence(rule).Decide(facts, Offices, Today);
}
