using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Tracking;

public class GuessingTests
{
    [Fact]
    public async Task Who_guesses_too_often_at_a_code_waits_for_that_code_and_nobody_for_another()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:08Z");
        for (var n = 1; n <= 10; n++)
        {
            Assert.Equal("tracking-not-found", (await GuessAsync(office, "H18.61-261120-0001")).Code);
        }

        var (code, retryAfter) = await GuessAsync(office, "H18.61-261120-0001");

        Assert.Equal(("too-many-attempts", "120"), (code, retryAfter));
        Assert.Equal("tracking-not-found", (await GuessAsync(office, "H18.61-261120-0002")).Code);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("tracking-not-found", (await GuessAsync(office, "H18.61-261120-0001")).Code);
    }

    [Fact]
    public async Task A_right_secret_opens_though_neighbours_behind_the_same_address_mistyped_forty_others()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:08Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        for (var n = 1; n <= 40; n++)
        {
            await GuessAsync(office, $"H18.61-261120-{n:D4}");
        }

        Assert.Equal(1, (await office.Http.TrackAsync(receipt.Code, receipt.Secret)).StatusCode);
    }

    [Fact]
    public async Task Who_tries_hundreds_of_codes_waits_for_all()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:08Z");
        for (var n = 1; n <= 300; n++)
        {
            await GuessAsync(office, $"H18.61-261120-{n:D4}");
        }

        Assert.Equal("too-many-attempts", (await GuessAsync(office, "H18.61-261120-0999")).Code);
    }

    private static async Task<(string? Code, string? RetryAfter)> GuessAsync(Office office, string code)
    {
        using var response = await office.Http.PostAsJsonAsync("/api/tracking", new { code, secret = "0000-0000" });
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (problem.GetProperty("code").GetString(), response.Headers.RetryAfter?.ToString());
    }
}
