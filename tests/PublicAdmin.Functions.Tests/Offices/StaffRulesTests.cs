using PublicAdmin.Identity;
using PublicAdmin.Offices;

namespace PublicAdmin.Tests.Offices;

public class StaffRulesTests
{
    private static readonly DateOnly Start = new(2026, 12, 1);
    private static readonly Appointment Officer = new(Role.Officer, "H18.88", Start);
    private static readonly Caller OfOneOffice = Administrator("H18.88");
    private static readonly Caller OfTheProvince = Administrator(Duty.Everywhere);

    [Theory]
    [InlineData("2027-11-29", "staff-desk-term")] // a day less than twelve months
    [InlineData("2027-11-30", null)]
    [InlineData("2029-11-30", null)]
    [InlineData("2029-12-01", "staff-desk-term")] // a day more than thirty-six
    [InlineData(null, "staff-desk-term")]
    public void Work_at_the_desk_is_appointed_for_one_to_three_years(string? to, string? because) =>
        Assert.Equal(because, Broken(null, new Appointment(Role.Clerk, "H18.88", Start, Day(to))));

    [Fact]
    public void Work_at_the_desk_may_be_cut_short_but_not_drawn_out()
    {
        var before = A(new Appointment(Role.Clerk, "H18.88", Start, new(2028, 11, 30)));

        Assert.Null(Broken(before, before.Duties[0] with { To = new(2026, 12, 31) }));
        Assert.Equal("staff-desk-term", Broken(before, before.Duties[0] with { To = new(2029, 12, 1) }));
    }

    [Theory]
    [InlineData(Role.Anyone, "staff-role-not-appointed")]
    [InlineData(Role.Citizen, "staff-role-not-appointed")]
    [InlineData((Role)99, "staff-role-not-appointed")]
    [InlineData(Role.Leader, "staff-leader-without-position")] // papers name it
    [InlineData(Role.Administrator, null)]
    [InlineData(Role.System, "staff-system-apart")] // a system works for the whole province
    public void Some_roles_are_not_for_staff(Role role, string? because) => Assert.Equal(because, Broken(null, Officer with { Role = role }));

    [Fact]
    public void A_system_has_no_other_duty()
    {
        var system = new Appointment(Role.System, Duty.Everywhere, Start);

        Assert.Null(StaffRules.FirstBroken(null, A(system), OfTheProvince, Exists));
        Assert.Equal("staff-system-apart", StaffRules.FirstBroken(null, A(system, Officer), OfTheProvince, Exists)?.Code);
    }

    [Fact]
    public void An_appointment_ends_after_it_began_and_is_in_an_office_that_exists()
    {
        Assert.Equal("staff-dates-reversed", Broken(null, Officer with { To = Start.AddDays(-1) }));
        Assert.Null(Broken(null, Officer with { To = Start }));
        Assert.Equal("staff-office-unknown", StaffRules.FirstBroken(null, A(Officer with { Office = "H18.99" }), OfTheProvince, Exists)?.Code);
    }

    [Theory]
    [InlineData("H18.88", "H18.88", null)]
    [InlineData("H18.88", "H18.61", "staff-beyond-your-office")]
    [InlineData("H18.88", "*", "staff-beyond-your-office")]
    [InlineData("*", "H18.61", null)]
    [InlineData("*", "*", null)]
    public void An_administrator_appoints_only_in_their_own_office(string own, string office, string? because)
    {
        Assert.Equal(because, StaffRules.FirstBroken(null, A(Officer with { Office = office }), Administrator(own), Exists)?.Code);
        Assert.Equal(
            because, StaffRules.FirstBroken(A(Officer with { Office = office }), A(), Administrator(own), Exists) is { Code: var code }
                && code != "staff-unknown" ? code : null);
    }

    [Theory]
    [InlineData("H18.88")]
    [InlineData("*")]
    public void Nobody_changes_their_own_duties(string own)
    {
        var editor = Administrator(own);
        var self = A(new Appointment(Role.Administrator, own, Start)) with { Id = editor.Id };

        Assert.Equal("staff-own-rights", StaffRules.FirstBroken(self, self with { Duties = [.. self.Duties, Officer] }, editor, Exists)?.Code);
        Assert.Equal("staff-own-rights", StaffRules.FirstBroken(self, self with { Duties = [] }, editor, Exists)?.Code);
        Assert.Null(StaffRules.FirstBroken(self, self with { Phone = "0215 382 1234" }, editor, Exists));
    }

    [Fact]
    public void Somebody_of_another_office_is_not_to_be_seen()
    {
        var stranger = A(Officer with { Office = "H18.61" });

        Assert.Equal("staff-unknown", StaffRules.FirstBroken(stranger, stranger with { Name = "Đổi tên" }, OfOneOffice, Exists)?.Code);
        Assert.Null(StaffRules.FirstBroken(stranger, stranger with { Name = "Đổi tên" }, OfTheProvince, Exists));
    }

    [Theory]
    [InlineData("a/b", "Tên", null, null, "staff-id-invalid")]
    [InlineData("", "Tên", null, null, "staff-id-invalid")]
    [InlineData("a~b", "Tên", null, null, "staff-id-invalid")]
    [InlineData("a.b", "Tên", null, null, "staff-id-invalid")]
    [InlineData("A-b", "Tên", null, null, "staff-id-invalid")]
    [InlineData("a", " ", null, null, "staff-name-invalid")]
    [InlineData("a", "Tên", "không phải thư", null, "staff-contact-invalid")]
    [InlineData("a", "Tên", "a@dienbien.gov.vn", null, null)]
    [InlineData("a", "Tên", null, "gọi tôi", "staff-contact-invalid")]
    [InlineData("a", "Tên", null, "+84 215 382 1234", null)]
    public void An_entry_is_well_formed(string id, string name, string? email, string? phone, string? because) =>
        Assert.Equal(because, StaffRules.FirstBroken(null, new StaffMember(id, name, [Officer], email, phone), OfOneOffice, Exists)?.Code);

    [Fact]
    public void One_person_has_at_most_fifty_duties()
    {
        Appointment[] duties = [.. Enumerable.Range(0, 51).Select(n => Officer with { From = Start.AddDays(n) })];

        Assert.Null(StaffRules.FirstBroken(null, A(duties[..50]), OfOneOffice, Exists));
        Assert.Equal("staff-duties-too-many", StaffRules.FirstBroken(null, A(duties), OfOneOffice, Exists)?.Code);
    }

    private static string? Broken(StaffMember? before, Appointment duty) => StaffRules.FirstBroken(before, A(duty), OfOneOffice, Exists)?.Code;

    private static StaffMember A(params Appointment[] duties) => new("somebody", "Lò Văn Nam", duties);

    private static Caller Administrator(string office) => new(CallerKind.Staff, "editor", "", null, [new Duty(Role.Administrator, office)]);

    private static bool Exists(string office, DateOnly day) => office is "H18.88" or "H18.61";

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
