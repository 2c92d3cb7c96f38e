using System.Net;
using System.Reflection;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Results;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>What costs much and is open to everybody is counted by the Gate.</summary>
public sealed class CostlyCallsTests
{
    [Fact]
    public void Every_open_function_that_takes_a_file_says_how_often_one_network_may_call_it() => Assert.Empty(
        FunctionCatalogue.All.Where(function => function.Method.GetCustomAttribute<AllowedToAttribute>()?.Roles.Contains(Role.Anyone) is true
                && HttpConventions.MaxBytesOf(function.Method) > AcceptsAttribute.DefaultMaxBytes
                && function.Method.GetCustomAttribute<LimitedAttribute>() is null)
            .Select(function => function.Name));

    [Fact]
    public async Task A_network_that_has_used_its_checks_waits_and_who_signs_in_does_not()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var calls = typeof(CheckPdf).GetMethod(nameof(CheckPdf.RunAsync))!.GetCustomAttribute<LimitedAttribute>()!.Limit.Most;
        for (var n = 0; n < calls; n++)
        {
            using var taken = await CheckAsync(office.Http);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var refused = await CheckAsync(office.Http);
        using var clerk = await CheckAsync(office.As("clerk-muong-ang"));
        office.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await CheckAsync(office.Http);

        Assert.Equal("too-many-attempts", await refused.RefusalAsync());
        Assert.Equal("600", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (clerk.StatusCode, later.StatusCode));
    }

    private static Task<HttpResponseMessage> CheckAsync(HttpClient http) =>
        http.PostAsync("/api/verification", new ByteArrayContent("%PDF-1.7"u8.ToArray()) { Headers = { { "Content-Type", "application/pdf" } } });
}
