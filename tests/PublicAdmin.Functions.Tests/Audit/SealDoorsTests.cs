using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Audit;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Who may read the seals, and what the doors answer when there is none.</summary>
public sealed class SealDoorsTests
{
    [Theory]
    [InlineData("auditor-province", HttpStatusCode.OK)]
    [InlineData("supervisor-province", HttpStatusCode.OK)]
    [InlineData("administrator-province", HttpStatusCode.OK)]
    [InlineData("supervisor-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("clerk-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("mai", HttpStatusCode.Forbidden)]
    public async Task Seals_are_for_whoever_serves_the_whole_province(string persona, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");

        Assert.Equal(status, (await office.As(persona).GetAsync("/api/audit/days")).StatusCode);
        Assert.Equal(status, (await office.As(persona).GetAsync("/api/audit/days/2026-11-20")).StatusCode);
    }

    [Fact]
    public async Task A_day_that_is_not_sealed_is_said_so()
    {
        await using var office = await Office.OpenAsync();

        var problem = await office.As("auditor-province").GetAsync("/api/audit/days/2026-11-20").ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal("day-not-sealed", problem.Code);
    }

    [Fact]
    public async Task The_key_of_the_seals_is_published()
    {
        await using var office = await Office.OpenAsync();

        var key = await office.Http.GetFromJsonAsync<SealKey>("/api/audit/key", OfficeJson.Options);

        Assert.Equal(SealSigner.Key, key!.Name);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", key.Pem);
    }
}
