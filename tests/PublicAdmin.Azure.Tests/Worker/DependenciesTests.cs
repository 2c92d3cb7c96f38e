using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Journeys;
using Xunit.Abstractions;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The Azure edition and what it stands on: without it, and how often it is asked.</summary>
[Collection(SharedAzureOffice.Name)]
public sealed class DependenciesTests(AzureOffice office, ITestOutputHelper told)
{
    [Fact]
    public void An_office_that_cannot_read_its_tables_says_so_and_opens_by_itself_when_it_can()
    {
        Assert.All([office.WithoutItsRole, office.BeforeItsTables], seen =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, seen["/api/offices"]);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, seen["/api/ready"]);
            Assert.Equal(HttpStatusCode.OK, seen["/api/health"]);
        });
        Assert.NotEmpty(office.OfficeOf("clerk-muong-ang"));
    }

    [Fact]
    public async Task An_office_whose_bus_is_away_says_so_before_whoever_asks_gives_up_and_is_ready_again_by_itself()
    {
        office.Bus.Leave();
        var asked = Stopwatch.StartNew();
        var away = await AskUntilAsync(HttpStatusCode.ServiceUnavailable);
        told.WriteLine($"Told {asked.Elapsed} after the bus had gone; what was known before holds for five seconds.");
        var failing = (await away.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("failing").ToString();
        office.Bus.Return();

        Assert.Equal("""["queues"]""", failing);
        Assert.Equal(HttpStatusCode.OK, (await AskUntilAsync(HttpStatusCode.OK)).StatusCode);
    }

    [Fact]
    public async Task Each_door_of_a_journey_asks_through_the_real_clients_what_the_embedded_edition_asks()
    {
        IReadOnlyList<string> counted;
        var (before, tries) = (0, 0);
        do // A journey amid which a message came twice does not tell what one costs.
        {
            before = office.Triggers.Again;
            counted = await JourneyOperations.CountAsync(office, () => office.Spent);
        }
        while (office.Triggers.Again > before && ++tries < 3);

        told.WriteLine(string.Join('\n', counted));
        Assert.Equal(JourneyOperations.Known, counted);
    }

    private async Task<HttpResponseMessage> AskUntilAsync(HttpStatusCode wanted)
    {
        using var http = new HttpClient { BaseAddress = office.Http.BaseAddress, Timeout = TimeSpan.FromSeconds(10) };
        HttpResponseMessage answer;
        var tries = 0;
        while ((answer = await http.GetAsync("/api/ready")).StatusCode != wanted && ++tries < 60)
        {
            await Task.Delay(500);
        }

        return answer;
    }
}
