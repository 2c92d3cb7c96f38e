using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Offices;

public class StaffTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task An_administrator_appoints_an_officer_and_takes_the_duty_away_again()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As("administrator-muong-ang");
        var officer = new StaffMember("new-officer", "Lò Văn Nam", [new Appointment(Role.Officer, office.OfficeOf("administrator-muong-ang"), Today)]);

        using var created = await PutAsync(http, officer);
        Assert.Equal(201, (int)created.StatusCode);
        Assert.Equal([Role.Officer], (await DutiesAsync(office, "new-officer")).Select(duty => duty.Role));

        using var changed = await PutAsync(http, officer with { Duties = [] }, created.Headers.ETag);
        Assert.Equal(200, (int)changed.StatusCode);
        Assert.Empty(await DutiesAsync(office, "new-officer"));
        var record = await office.The<StaffDirectory>().RecordAsync("new-officer", default);
        Assert.Equal(2, record!.Changes.Count);
        Assert.All(record.Changes, change => Assert.Equal(("staff-written", OfficePeople.IdOf("administrator-muong-ang")), (change.What, change.By)));
    }

    [Fact]
    public async Task Of_two_administrators_at_once_one_learns_what_changed()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As("administrator-province");
        var member = new StaffMember("somebody", "Lò Văn Nam", []);
        using var created = await PutAsync(http, member);

        using var first = await PutAsync(http, member with { Phone = "02153821234" }, created.Headers.ETag);
        using var second = await PutAsync(http, member with { Phone = "02153829999" }, created.Headers.ETag);
        using var again = await PutAsync(http, member);

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal((412, "staff-changed", first.Headers.ETag!.Tag), await ChangedAsync(second));
        Assert.Equal((412, "staff-changed", first.Headers.ETag!.Tag), await ChangedAsync(again));
    }

    [Fact]
    public async Task Twenty_administrators_at_once_enter_a_person_only_once()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As("administrator-province");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => PutAsync(http, new StaffMember("somebody", $"Tên {n}", []))));

        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.Equal(19, answers.Count(answer => (int)answer.StatusCode == 412));
    }

    [Fact]
    public async Task The_list_of_an_office_holds_its_people_page_by_page()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As("administrator-muong-ang");

        var seen = new List<string>();
        for (string? next = "/api/staff?limit=3"; next is not null;)
        {
            var page = (await http.GetFromJsonAsync<StaffPage>(next, OfficeJson.Stored))!;
            Assert.InRange(page.Items.Count, 1, 3);
            seen.AddRange(page.Items.Select(member => member.Id));
            next = page.Next is null ? null : $"/api/staff?limit=3&after={page.Next}";
        }

        Assert.Equal(["administrator", "cashier", "clerk", "leader", "officer", "registrar", "supervisor"], seen.Select(id => id.Split('-')[1]));
    }

    [Theory]
    [InlineData("administrator-muong-ang", "?office=H18.61", 403, "staff-out-of-scope")]
    [InlineData("administrator-muong-ang", "?office=*", 403, "staff-out-of-scope")]
    [InlineData("administrator-muong-ang", "?limit=101", 400, "query-invalid")]
    [InlineData("clerk-muong-ang", "", 403, "not-your-task")]
    [InlineData("mai", "", 403, "not-your-task")]
    [InlineData("portal", "", 403, "not-your-task")]
    public async Task The_list_is_for_those_who_answer_for_the_office(string persona, string query, int status, string because)
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As(persona);

        using var response = await http.GetAsync($"/api/staff{query}");

        Assert.Equal((status, because), ((int)response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task A_person_of_another_office_is_as_unknown_as_nobody()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As("administrator-muong-ang");

        using var stranger = await http.GetAsync($"/api/staff/{OfficePeople.IdOf("clerk-muong-phang")}");
        using var nobody = await http.GetAsync("/api/staff/nobody");
        using var own = await http.GetAsync($"/api/staff/{OfficePeople.IdOf("clerk-muong-ang")}");

        Assert.Equal((404, "staff-unknown"), ((int)stranger.StatusCode, await CodeAsync(stranger)));
        Assert.Equal((404, "staff-unknown"), ((int)nobody.StatusCode, await CodeAsync(nobody)));
        Assert.Equal(200, (int)own.StatusCode);
        Assert.NotNull(own.Headers.ETag);
    }

    [Fact]
    public async Task The_holders_of_a_role_are_found_for_whoever_has_to_tell_them()
    {
        await using var office = await Office.OpenAsync();

        var holders = await office.The<StaffDirectory>().HoldersAsync(Role.Supervisor, office.OfficeOf("supervisor-muong-ang"), Today, default);

        Assert.Equal([OfficePeople.IdOf("supervisor-muong-ang")], holders.Select(holder => holder.Id));
    }

    [Fact]
    public async Task The_first_administrator_appoints_the_others_until_somebody_enters_them_too()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", "--Identity:FirstAdministrator=dev-founder");
        Assert.Equal([new Duty(Role.Administrator, Duty.Everywhere)], await DutiesAsync(office, "dev-founder"));

        using var http = office.As("administrator-province");
        using var entered = await PutAsync(http, new StaffMember("dev-founder", "Lò Văn Nam", []));

        Assert.Equal(201, (int)entered.StatusCode);
        Assert.Empty(await DutiesAsync(office, "dev-founder"));
    }

    private static Task<IReadOnlyList<Duty>> DutiesAsync(Office office, string id) => office.The<StaffDirectory>().DutiesAsync(id, Today, default).AsTask();

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, StaffMember member, EntityTagHeaderValue? tag = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put, $"/api/staff/{member.Id}")
        { Content = JsonContent.Create(member, options: OfficeJson.Options) };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return await http.SendAsync(request);
    }

    private static async Task<(int Status, string? Code, string? Tag)> ChangedAsync(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return ((int)response.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("etag").GetString());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
