using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>The office with its own pumps running, as it stands in a commune.</summary>
public sealed class OpenOfficeTests
{
    [Fact]
    public async Task Messages_are_delivered_without_anybody_asking()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", "--Embedded:ManualTriggers=false");
        using var mai = office.As("mai");
        mai.DefaultRequestHeaders.Add("Idempotency-Key", "open-office-1");
        var filed = await mai.PostAsJsonAsync("/api/dossiers", new
        {
            procedure = "2.000815",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            residenceUnit = "03256",
        });
        var code = (await filed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

        await UntilAsync(() => ListedAsync(office, mai), codes => codes.Contains(code));
    }

    [Fact]
    public async Task A_message_no_handler_can_read_ends_among_the_dead_letters()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", "--Embedded:ManualTriggers=false");

        await office.The<IQueueSender>().SendAsync(new QueueMessage(Queues.DossierEvents, "broken", "not JSON", "s"), default);

        var dead = await UntilAsync(() => office.The<IDeadLetters>().ListAsync(Queues.DossierEvents, 0, 10, default), letters => letters.Count > 0);
        Assert.Equal("unreadable", Assert.Single(dead).Reason);
    }

    private static async Task<List<string?>> ListedAsync(Office office, HttpClient citizen)
    {
        office.Clock.Advance(TimeSpan.FromSeconds(1)); // A message that was too early is tried again by the clock.
        var page = await citizen.GetFromJsonAsync<JsonElement>("/api/dossiers");
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString())];
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Predicate<T> enough)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (; ; await Task.Delay(20, patience.Token))
        {
            if (await look() is { } seen && enough(seen))
            {
                return seen;
            }
        }
    }
}
