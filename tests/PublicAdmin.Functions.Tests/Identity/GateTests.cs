using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Api;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

public class GateTests
{
    public static TheoryData<string, Role> EveryFunctionAndRole()
    {
        var table = new TheoryData<string, Role>();
        foreach (var function in FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                table.Add(function.Name, role);
            }
        }

        return table;
    }

    [Fact]
    public void Every_http_function_says_who_may_call_it()
    {
        var silent = FunctionCatalogue.All
            .Where(function => function.Trigger is HttpTriggerAttribute && function.Method.GetCustomAttribute<AllowedToAttribute>() is not { Roles.Count: > 0 })
            .Select(function => function.Name);

        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(EveryFunctionAndRole))]
    public void A_function_is_open_to_the_roles_it_names_and_no_other(string function, Role role)
    {
        var allowed = FunctionCatalogue.All.Single(one => one.Name == function).Method.GetCustomAttribute<AllowedToAttribute>()!.Roles;
        var caller = role is Role.Anyone ? Caller.Nobody : new Caller(KindOf(role), "id", "", null, [new Duty(role, Duty.Everywhere)]);

        var refusal = Gate.Check(allowed, caller);

        Assert.Equal(Expected(allowed, role), refusal?.Code);
    }

    [Fact]
    public void A_function_that_does_not_say_is_closed_to_everybody()
    {
        Assert.Equal("sign-in-first", Gate.Check([], Caller.Nobody)?.Code);
        Assert.All(Enum.GetValues<Role>().Except([Role.Anyone]), role =>
            Assert.Equal("not-your-task", Gate.Check([], new Caller(KindOf(role), "id", "", null, [new Duty(role, Duty.Everywhere)]))?.Code));
    }

    [Theory]
    [InlineData(null, "sign-in-first", "Bearer realm=\"PublicAdmin\"")]
    [InlineData("Basic bWFpOm1haQ==", "authorization-unreadable",
        "Bearer realm=\"PublicAdmin\", error=\"invalid_token\", error_description=\"authorization-unreadable\"")]
    [InlineData("Bearer x.y.z", "token-unreadable", "Bearer realm=\"PublicAdmin\", error=\"invalid_token\", error_description=\"token-unreadable\"")]
    public async Task A_caller_who_is_not_signed_in_is_told_how(string? authorization, string because, string challenge)
    {
        await using var office = await Office.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/staff");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await office.Http.SendAsync(request);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(because, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(challenge, response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_wrong_token_is_refused_even_where_none_is_needed()
    {
        await using var office = await Office.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.TokenOf("mai")[..^4] + "AAAA");

        using var response = await office.Http.SendAsync(request);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("mai", CallerKind.Citizen, "citizen *")]
    [InlineData("clerk-muong-ang", CallerKind.Staff, "clerk H18.88")]
    [InlineData("supervisor-province", CallerKind.Staff, "supervisor *")]
    [InlineData("portal", CallerKind.System, "system *")]
    public async Task A_persona_comes_in_with_the_duties_of_the_directory(string persona, CallerKind kind, string duties)
    {
        await using var office = await Office.OpenAsync();

        using var http = office.As(persona);
        var me = await http.GetFromJsonAsync<Me>("/api/me", OfficeJson.Stored);

        Assert.Equal(
            (kind, OfficePeople.IdOf(persona), duties),
            (me!.Kind, me.Id, string.Join(", ", me.Duties.Select(duty => $"{JsonNamingPolicy.CamelCase.ConvertName($"{duty.Role}")} {duty.Office}"))));
    }

    [Fact]
    public async Task A_program_never_gets_a_persons_duty_nor_a_person_a_programs()
    {
        await using var office = await Office.OpenAsync();
        var clerk = await CallerOfAsync(office, office.TokenOf("clerk-muong-ang"));
        Assert.Equal([Role.Clerk], clerk.Duties.Select(duty => duty.Role));

        var disguised = office.The<PublicAdmin.Embedded.DevelopmentSignIn.DevelopmentIssuer>()
            .Issue(new("clerk-muong-ang", CallerKind.System, "", new("", "")));

        Assert.Empty((await CallerOfAsync(office, disguised.Token)).Duties);
    }

    [Fact]
    public async Task A_desk_duty_ends_on_its_last_day_where_the_office_is()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z"); // The appointment began a year ago and lasts three.

        office.Clock.GoTo(new(2028, 11, 19, 16, 59, 59, TimeSpan.Zero));
        Assert.NotEmpty((await CallerOfAsync(office, office.TokenOf("clerk-muong-ang"))).Duties);

        office.Clock.GoTo(new(2028, 11, 19, 17, 0, 0, TimeSpan.Zero)); // Midnight in Điện Biên.
        Assert.Empty((await CallerOfAsync(office, office.TokenOf("clerk-muong-ang"))).Duties);
    }

    [Fact]
    public async Task Who_brings_wrong_tokens_too_often_waits_but_a_right_one_always_comes_in()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:08Z");
        using var wrong = new HttpClient { BaseAddress = office.Http.BaseAddress };
        wrong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x.y.z");
        for (var n = 0; n < Gate.WrongTokens.Most; n++)
        {
            using var refused = await wrong.GetAsync("/api/me");
            Assert.Equal(401, (int)refused.StatusCode);
        }

        using var slowed = await wrong.GetAsync("/api/me");
        using var mai = office.As("mai");
        using var welcome = await mai.GetAsync("/api/me");

        Assert.Equal((429, "120"), ((int)slowed.StatusCode, slowed.Headers.RetryAfter?.ToString()));
        Assert.Equal(200, (int)welcome.StatusCode);
    }

    private static async Task<Caller> CallerOfAsync(Office office, string token)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = $"Bearer {token}";
        await office.The<Gate>().AdmitAsync(context, typeof(GateTests).GetMethod(nameof(Open), BindingFlags.NonPublic | BindingFlags.Static)!);
        return context.Request.Caller();
    }

    [AllowedTo(Role.Anyone)]
    private static void Open()
    {
    }

    private static CallerKind KindOf(Role role) =>
        role switch { Role.Anyone => CallerKind.Nobody, Role.Citizen => CallerKind.Citizen, Role.System => CallerKind.System, _ => CallerKind.Staff };

    private static string? Expected(IReadOnlyList<Role> allowed, Role role) =>
        allowed.Contains(Role.Anyone) || (role is not Role.Anyone && allowed.Contains(role)) ? null
        : role is Role.Anyone ? "sign-in-first"
        : "not-your-task";
}
