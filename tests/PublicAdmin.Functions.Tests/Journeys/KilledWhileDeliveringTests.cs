using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// The office dies before and after every single durable operation of filing, of the projections behind it and of a transition;
/// the caller, who got no answer, asks again. One dossier, each event once, in every list, whatever the step.
/// </summary>
public sealed class KilledWhileDeliveringTests : IAsyncLifetime
{
    private const string Clerk = "clerk-muong-ang";

    private static readonly object CertifiedCopy = new
    {
        procedure = "2.000815",
        receipt = "H18.88",
        applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
        residenceUnit = "03256",
    };

    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Filing_ends_in_exactly_one_dossier()
    {
        List<string> filed = [];
        for (var (step, died) = (1, true); died; step++)
        {
            died = await DiesAsync(step, () => FileAsync(step));

            filed.Add(await FileAsync(step));
            await _office.DeliverMessagesAsync();
            Assert.Equal(filed.Order(), await ListedAsync("mai", "/api/dossiers?limit=100"));
        }

        Assert.InRange(filed.Count, 10, 100); // Fewer would mean that the office was never hit.
        Assert.Equal(filed.Count, filed.Distinct().Count());
    }

    [Fact]
    public async Task A_transition_happens_exactly_once()
    {
        var steps = 0;
        for (var died = true; died; steps++)
        {
            var code = await FileAsync(steps);
            await _office.DeliverMessagesAsync();
            died = await DiesAsync(steps + 1, () => AcceptAsync(code));

            await AcceptAsync(code);
            await _office.DeliverMessagesAsync();
            Assert.Equal(["submitted", "accepted"], await HistoryAsync(code));
            Assert.Contains(code, await ListedAsync(Clerk, $"/api/work?limit=100&office={_office.OfficeOf(Clerk)}"));
        }

        Assert.InRange(steps, 10, 100);
    }

    /// <summary>Does something and the messages behind it in an office that dies at a step; then opens the office again.</summary>
    /// <returns>False when all was done before that step came.</returns>
    private async Task<bool> DiesAsync(int step, Func<Task> something)
    {
        _office.DieAt(step);
        var died = false;
        try
        {
            await something();
            await _office.DeliverMessagesAsync();
        }
        catch (Exception dead) when (dead is OfficeKilledException or HttpRequestException)
        {
            died = true;
        }

        await _office.RestartAsync();
        return died;
    }

    private async Task<string> FileAsync(int number)
    {
        using var citizen = _office.As("mai");
        citizen.DefaultRequestHeaders.Add("Idempotency-Key", $"filing-{number:D4}");
        var answer = await citizen.PostAsJsonAsync("/api/dossiers", CertifiedCopy);
        return (await ReadAsync(answer)).GetProperty("code").GetString()!;
    }

    private async Task AcceptAsync(string code)
    {
        using var clerk = _office.As(Clerk);
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", $"accept-{code}");
        clerk.DefaultRequestHeaders.Add("If-Match", "\"1\"");
        await ReadAsync(await clerk.PostAsync($"/api/dossiers/{code}/acceptance", null));
    }

    private async Task<List<string>> HistoryAsync(string code)
    {
        using var clerk = _office.As(Clerk);
        var history = await ReadAsync(await clerk.GetAsync($"/api/dossiers/{code}/history"));
        return [.. history.EnumerateArray().Select(line => line.GetProperty("what").GetString()!)];
    }

    private async Task<List<string>> ListedAsync(string persona, string list)
    {
        using var reader = _office.As(persona);
        var page = await ReadAsync(await reader.GetAsync(list));
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!).Order()];
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
