using PublicAdmin.Embedded.Http;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tests.Attack;

/// <summary>Where people wait for room, whoever has the least legal slack left goes first.</summary>
public sealed class DeadlineFirstTests
{
    [Fact]
    public async Task An_act_that_came_last_goes_in_before_a_screen_and_a_list_and_equals_go_by_turn()
    {
        var lane = new UrgentFirst(room: 1, mostWaiting: 10);
        var place = await lane.EnterAsync(Urgency.CanWait, default);
        var went = new List<string>();
        var waiting = new[]
        {
            GoAsync("list", Urgency.CanWait), GoAsync("screen", Urgency.SomebodyWaits), GoAsync("first act", Urgency.TermRuns),
            GoAsync("second act", Urgency.TermRuns)
        };

        place!.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["first act", "second act", "screen", "list"], went);

        async Task GoAsync(string who, Urgency urgency)
        {
            using var entered = await lane.EnterAsync(urgency, default);
            went.Add(who);
        }
    }

    [Fact]
    public async Task When_too_many_wait_the_least_urgent_is_told_to_come_back_and_nobody_else()
    {
        var lane = new UrgentFirst(room: 1, mostWaiting: 2);
        var place = await lane.EnterAsync(Urgency.CanWait, default);
        var (list, screen) = (lane.EnterAsync(Urgency.CanWait, default).AsTask(), lane.EnterAsync(Urgency.SomebodyWaits, default).AsTask());

        var act = lane.EnterAsync(Urgency.TermRuns, default).AsTask();
        var another = await lane.EnterAsync(Urgency.CanWait, default);

        Assert.Null(await list);
        Assert.Null(another);
        place!.Dispose();
        (await act)!.Dispose();
        Assert.NotNull(await screen);
    }

    [Fact]
    public async Task Whoever_went_away_takes_no_room()
    {
        var lane = new UrgentFirst(room: 1, mostWaiting: 2);
        var place = await lane.EnterAsync(Urgency.CanWait, default);
        using var gone = new CancellationTokenSource();
        var left = lane.EnterAsync(Urgency.TermRuns, gone.Token).AsTask();
        var stays = lane.EnterAsync(Urgency.CanWait, default).AsTask();

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        place!.Dispose();
        place.Dispose(); // Twice is once.

        (await stays)!.Dispose();
        using var next = await lane.EnterAsync(Urgency.CanWait, default);
        var waits = lane.EnterAsync(Urgency.CanWait, default);
        Assert.NotNull(next);
        Assert.False(waits.IsCompleted);
    }

    [Theory]
    [InlineData("FileDossier", nameof(Urgency.TermRuns))]
    [InlineData("AcceptDossier", nameof(Urgency.TermRuns))]
    [InlineData("ApproveResult", nameof(Urgency.TermRuns))]
    [InlineData("PutUploadChunk", nameof(Urgency.TermRuns))]
    [InlineData("NotifyPayment", nameof(Urgency.TermRuns))]
    [InlineData("GetDossier", nameof(Urgency.SomebodyWaits))]
    [InlineData("TrackDossier", nameof(Urgency.SomebodyWaits))]
    [InlineData("CheckPdf", nameof(Urgency.SomebodyWaits))]
    [InlineData("SearchDossiersByNumber", nameof(Urgency.CanWait))]
    [InlineData("ListWork", nameof(Urgency.CanWait))]
    [InlineData("MakeReport", nameof(Urgency.CanWait))]
    [InlineData("PrintRegister", nameof(Urgency.CanWait))]
    public void A_term_that_runs_goes_before_a_screen_and_a_screen_before_a_list(string function, string urgency) =>
        Assert.Equal(urgency, Urgencies.Of(FunctionCatalogue.All.Single(one => one.Name == function)).ToString());
}
