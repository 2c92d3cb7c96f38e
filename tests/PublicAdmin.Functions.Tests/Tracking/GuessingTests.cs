using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Tracking;

public class GuessingTests
{
    [Fact]
    public async Task Who_guesses_too_often_waits_until_the_window_is_over()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:08Z");
        for (var n = 1; n <= 30; n++)
        {
            Assert.Equal("tracking-not-found", (await GuessAsync(office, $"H18.61-261120-{n:D4}")).Code);
        }

        var (code, retryAfter) = await GuessAsync(office, "H18.61-261120-0031");

        Assert.Equal(("too-many-attempts", "120"), (code, retryAfter));
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("tracking-not-found", (await GuessAsync(office, "H18.61-261120-0031")).Code);
    }

    private static async Task<(string? Code, string? RetryAfter)> GuessAsync(Office office, string code)
    {
        using var response = await office.Http.PostAsJsonAsync("/api/tracking", new { code, secret = "0000-0000" });
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (problem.GetProperty("code").GetString(), response.Headers.RetryAfter?.ToString());
    }
}
