using System.Net.Http.Json;
using System.Text.Json;
using FsCheck.Fluent;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Offices;

public class DelegationTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly string Deputy = OfficePeople.IdOf("supervisor-muong-ang");

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)] // the first day
    [InlineData(3, true)] // the last
    [InlineData(4, false)]
    public async Task A_lent_duty_holds_from_its_first_day_to_its_last(int days, bool holds)
    {
        await using var office = await Office.OpenAsync();
        using var answer = await LendAsync(office, Form(office) with { From = Today.AddDays(1), To = Today.AddDays(4) });
        Assert.Equal(201, (int)answer.StatusCode);

        var lent = await LentAsync(office, Today.AddDays(1 + days));

        var leader = OfficePeople.IdOf("leader-muong-ang");
        Assert.Equal(
            holds ? [new Duty(Role.Leader, office.OfficeOf("leader-muong-ang"), leader, Today.AddDays(4), new(SigningForm.ForTheHead, "Phó Chủ tịch"))] : [],
            lent);
    }

    [Fact]
    public void A_loan_and_an_appointment_hold_exactly_on_their_days() => FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure,
        Prop.ForAll<int, int, int>((from, length, asked) =>
    {
        var (first, day) = (Today.AddDays(from % 500), Today.AddDays(asked % 500));
        var last = first.AddDays(Math.Abs(length % 500));
        var loan = new Delegation("a~1", "a", "b", Role.Leader, "H18.88", first, last, "", default);

        return loan.Holds(day) == (first <= day && day <= last)
            && new Appointment(Role.Leader, "H18.88", first, last).Holds(day) == loan.Holds(day)
            && new Appointment(Role.Leader, "H18.88", first).Holds(day) == (first <= day)
            && !(loan with { RevokedAt = DateTimeOffset.UnixEpoch }).Holds(day);
    }));

    [Fact]
    public async Task A_lent_duty_opens_the_gate_and_says_whose_it_is()
    {
        await using var office = await Office.OpenAsync();
        using var lent = await LendAsync(office, Form(office));

        using var http = office.As("supervisor-muong-ang");
        var me = await http.GetFromJsonAsync<Me>("/api/me", OfficeJson.Stored);

        Assert.Contains(me!.Duties, duty => duty.Role == Role.Leader && duty.DelegatedBy == OfficePeople.IdOf("leader-muong-ang"));
    }

    [Theory]
    [InlineData("leader-muong-ang", 200)]
    [InlineData("administrator-muong-ang", 200)]
    [InlineData("administrator-province", 200)]
    [InlineData("supervisor-muong-ang", 404)] // who received it
    [InlineData("administrator-muong-phang", 404)]
    public async Task The_lender_or_their_administrator_ends_it_at_once(string persona, int status)
    {
        await using var office = await Office.OpenAsync();
        using var lent = await LendAsync(office, Form(office));
        var id = (await lent.Content.ReadFromJsonAsync<Delegation>(OfficeJson.Stored))!.Id;

        using var http = office.As(persona);
        using var first = await http.DeleteAsync($"/api/delegations/{id}");
        using var second = await http.DeleteAsync($"/api/delegations/{id}");

        Assert.Equal((status, status), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(status == 404, (await LentAsync(office, Today)).Count == 1);
        var record = await office.The<StaffDirectory>().RecordAsync(OfficePeople.IdOf("leader-muong-ang"), default);
        Assert.Equal(
            status == 404 ? [] : [OfficePeople.IdOf(persona)],
            record!.Changes.Where(change => change.What == "delegation-revoked").Select(change => change.By));
    }

    [Fact]
    public async Task A_lent_duty_ends_with_the_lenders_own()
    {
        await using var office = await Office.OpenAsync();
        using var lent = await LendAsync(office, Form(office));
        var record = (await office.The<StaffDirectory>().RecordAsync(OfficePeople.IdOf("leader-muong-ang"), default))!;
        var administrator = new Caller(CallerKind.Staff, "somebody", "", null, [new Duty(Role.Administrator, Duty.Everywhere)]);

        var written = await office.The<StaffRegister>().WriteAsync(record.Member with { Duties = [] }, record.Tag, administrator, default);

        Assert.Null(written.Refusal);
        Assert.Empty(await LentAsync(office, Today));
    }

    [Fact]
    public async Task Asked_twice_it_is_one_delegation_and_after_revoking_it_can_be_made_again()
    {
        await using var office = await Office.OpenAsync();
        using var first = await LendAsync(office, Form(office));
        using var second = await LendAsync(office, Form(office));
        var id = (await first.Content.ReadFromJsonAsync<Delegation>(OfficeJson.Stored))!.Id;
        Assert.Equal(id, (await second.Content.ReadFromJsonAsync<Delegation>(OfficeJson.Stored))!.Id);
        using var leader = office.As("leader-muong-ang");
        (await leader.DeleteAsync($"/api/delegations/{id}")).Dispose();

        using var third = await LendAsync(office, Form(office));

        Assert.Equal(201, (int)third.StatusCode);
        Assert.Single(await LentAsync(office, Today));
        var list = await leader.GetFromJsonAsync<DelegationList>("/api/delegations", OfficeJson.Stored);
        Assert.Equal([id], list!.Lent.Select(loan => loan.Id));
    }

    public static TheoryData<Func<DelegationForm, DelegationForm>, string> Wrong() => new()
    {
        { form => form with { Role = Role.Administrator }, "delegation-role-not-lent" },
        { form => form with { Role = Role.System }, "delegation-role-not-lent" },
        { form => form with { Role = Role.Clerk }, "delegation-not-yours" },
        { form => form with { Office = "H18.61" }, "delegation-not-yours" },
        { form => form with { Office = Duty.Everywhere }, "delegation-not-yours" },
        { form => form with { From = Today.AddDays(-1) }, "delegation-dates-invalid" },
        { form => form with { To = form.From.AddDays(-1) }, "delegation-dates-invalid" },
        { form => form with { To = form.From.AddMonths(12) }, "delegation-dates-invalid" },
        { form => form with { Reason = " " }, "delegation-reason-missing" },
        { form => form with { Receiver = "nobody" }, "delegation-receiver-unknown" },
        { form => form with { Receiver = OfficePeople.IdOf("portal") }, "delegation-receiver-unknown" },
        { form => form with { Receiver = OfficePeople.IdOf("leader-muong-ang") }, "delegation-to-yourself" },
        { form => form with { Receiver = OfficePeople.IdOf("cashier-muong-ang") }, "delegation-position-cannot-sign" },
        { form => form with { Receiver = OfficePeople.IdOf("officer-muong-ang") }, "delegation-position-cannot-sign" },
        { form => form with { Signing = null }, "delegation-signing-unfit" },
        { form => form with { Signing = SigningForm.InOwnRight }, "delegation-signing-unfit" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Only_an_own_duty_is_lent_to_a_colleague_for_days_to_come(Func<DelegationForm, DelegationForm> wrong, string because)
    {
        await using var office = await Office.OpenAsync();

        using var answer = await LendAsync(office, wrong(Form(office)));

        Assert.Equal(because, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Empty(await LentAsync(office, Today));
    }

    [Fact]
    public async Task A_lent_duty_is_not_lent_on()
    {
        await using var office = await Office.OpenAsync();
        using var lent = await LendAsync(office, Form(office));

        using var http = office.As("supervisor-muong-ang");
        using var answer = await http.PostAsJsonAsync(
            "/api/delegations", Form(office) with { Receiver = OfficePeople.IdOf("clerk-muong-ang") }, OfficeJson.Options);

        Assert.Equal("delegation-not-yours", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Others_see_only_what_concerns_their_offices()
    {
        await using var office = await Office.OpenAsync();
        using var lent = await LendAsync(office, Form(office));

        Assert.Equal((0, 1), await SeenAsync(office, "supervisor-muong-ang", null));
        Assert.Equal((1, 0), await SeenAsync(office, "supervisor-muong-ang", "leader-muong-ang"));
        Assert.Equal((1, 0), await SeenAsync(office, "auditor-province", "leader-muong-ang"));
        Assert.Equal((0, 0), await SeenAsync(office, "supervisor-muong-phang", "leader-muong-ang"));
        Assert.Equal((0, 0), await SeenAsync(office, "clerk-muong-ang", "leader-muong-ang"));
    }

    private static async Task<(int Lent, int Received)> SeenAsync(Office office, string persona, string? of)
    {
        using var http = office.As(persona);
        var list = await http.GetFromJsonAsync<DelegationList>($"/api/delegations{(of is null ? "" : $"?staff={OfficePeople.IdOf(of)}")}", OfficeJson.Stored);
        return (list!.Lent.Count, list.Received.Count);
    }

    private static async Task<HttpResponseMessage> LendAsync(Office office, DelegationForm form)
    {
        using var http = office.As("leader-muong-ang");
        return await http.PostAsJsonAsync("/api/delegations", form, OfficeJson.Options);
    }

    private static async Task<IReadOnlyList<Duty>> LentAsync(Office office, DateOnly day) =>
        [.. (await office.The<StaffDirectory>().DutiesAsync(Deputy, day, default)).Where(duty => duty.DelegatedBy is not null)];

    private static DelegationForm Form(Office office) =>
        new(Deputy, Role.Leader, office.OfficeOf("leader-muong-ang"), Today, Today.AddDays(5), "Đi công tác tại Hà Nội", SigningForm.ForTheHead);
}
