using System.Net;
using PublicAdmin.Api.Operating;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

public class DeadLettersTests
{
    [Fact]
    public async Task An_administrator_sees_what_nobody_could_handle_and_puts_it_back()
    {
        await using var office = await Office.OpenAsync();
        await office.The<IQueueSender>().SendAsync(new QueueMessage(Queues.DossierEvents, "broken-1", "không phải JSON", Session: "x"), CancellationToken.None);
        await office.DeliverMessagesAsync();
        var administrator = office.As("administrator-province");

        var letter = Assert.Single(
            await Counter.ReadAsync<List<BuriedMessage>>(await administrator.GetAsync("/api/dead-letters/dossier-events"), HttpStatusCode.OK));
        var replay = await administrator.PostAsync($"/api/dead-letters/dossier-events/{letter.Sequence}/replay", null);

        Assert.Equal(("broken-1", "unreadable"), (letter.Id, letter.Reason));
        Assert.Equal(HttpStatusCode.NoContent, replay.StatusCode);
        Assert.Empty(await Counter.ReadAsync<List<BuriedMessage>>(await administrator.GetAsync("/api/dead-letters/dossier-events"), HttpStatusCode.OK));
        var gone = await administrator.PostAsync($"/api/dead-letters/dossier-events/{letter.Sequence}/replay", null).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("dead-letter-not-found", gone.Code);
    }

    [Theory]
    [InlineData("administrator-muong-ang", "dossier-events", HttpStatusCode.Forbidden, "dead-letters-province-only")]
    [InlineData("administrator-province", "nothing", HttpStatusCode.NotFound, "queue-unknown")]
    public async Task Nobody_else_does(string who, string queue, HttpStatusCode status, string because)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(because, (await office.As(who).GetAsync($"/api/dead-letters/{queue}").ProblemAsync(status)).Code);
    }
}
