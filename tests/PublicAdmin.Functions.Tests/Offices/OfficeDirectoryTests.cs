using System.Text.RegularExpressions;
using PublicAdmin.Offices;

namespace PublicAdmin.Tests.Offices;

public sealed class OfficeDirectoryTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly OfficeDirectory Directory = new();

    [Fact]
    public void Every_commune_and_ward_has_exactly_one_center_of_its_own()
    {
        var units = Directory.All(Today).Where(office => office.IsCommune).Select(office => office.Unit).Order();

        Assert.Equal(AdministrativeUnits.All.Select(unit => unit.Code).Order(), units);
        Assert.Equal(45, AdministrativeUnits.All.Count);
        Assert.Equal(3, Directory.All(Today).Count(office => office.Kind is OfficeKind.WardCenter));
    }

    [Fact]
    public void A_center_carries_the_name_of_its_commune()
    {
        var office = Directory.FindByUnit("03256", Today)!;

        Assert.Equal("Trung tâm Phục vụ hành chính công xã Mường Ảng", office.Name.Vi);
        Assert.Equal("Chủ tịch Ủy ban nhân dân xã Mường Ảng", office.Chair.Vi);
    }

    [Fact]
    public void Codes_are_agency_identifiers_of_the_province_and_say_that_they_are_assumed()
    {
        var offices = Directory.All(Today);

        Assert.All(offices, office => Assert.Matches(new Regex(@"^H18(\.\d{2,3}){0,2}\z"), office.Code));
        Assert.All(offices.Where(office => office.Code != "H18"), office => Assert.Contains("code", office.Assumed));
        Assert.Equal(offices.Count, offices.DistinctBy(office => office.Code).Count());
    }

    [Fact]
    public void Every_parent_is_an_office() =>
        Assert.All(Directory.All(Today).Where(office => office.Parent is not null), office => Assert.NotNull(Directory.Find(office.Parent!, Today)));

    [Fact]
    public void Nothing_existed_before_the_two_tier_reform() => Assert.Empty(Directory.All(new DateOnly(2025, 6, 30)));

    [Fact]
    public void A_new_version_holds_from_its_day_and_leaves_the_past_alone()
    {
        var directory = new OfficeDirectory();
        var moved = directory.Find("H18.61", Today)! with { ValidFrom = Today.AddDays(10), Address = "Số 1 phố Mới" };

        directory.Load([moved]);

        Assert.Null(directory.Find("H18.61", Today.AddDays(9))?.Address);
        Assert.Equal("Số 1 phố Mới", directory.Find("H18.61", Today.AddDays(10))?.Address);
    }
}
