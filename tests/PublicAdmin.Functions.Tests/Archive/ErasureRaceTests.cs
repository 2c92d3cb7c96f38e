using System.Net;
using PublicAdmin.Archive.Erasure;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Whoever comes at the same moment, a dossier is whole or it is gone.</summary>
public sealed class ErasureRaceTests : DueErasures
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_hold_in_time_keeps_it_whole(int step)
    {
        var held = Interrupting(step, HoldAsync);

        Assert.Equal("erasure-kept", await (await DecideAsync(First)).RefusalAsync());

        Assert.Equal(HttpStatusCode.OK, held().StatusCode);
        var papers = await Office.The<DossierStore>().PapersAsync(First, default);
        Assert.NotNull(await StoredAsync(Assert.Single(papers)));
        await Office.RunTimerAsync(nameof(FinishErasures));
        Assert.Equal(HttpStatusCode.OK, (await Leader.GetAsync($"/api/dossiers/{First}")).StatusCode);
    }

    [Theory]
    [InlineData(9, "archive-being-erased")]
    [InlineData(WellBegun, "dossier-erased")]
    public async Task A_hold_that_comes_too_late_is_refused(int step, string code)
    {
        var held = Interrupting(step, HoldAsync);

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(First)).StatusCode);

        Assert.Equal(code, await held().RefusalAsync());
        Assert.Equal("dossier-erased", await (await Leader.GetAsync($"/api/dossiers/{First}")).RefusalAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_result_revoked_in_time_keeps_it(int step)
    {
        var revoked = Interrupting(step, RevokeAsync);

        Assert.Equal("erasure-kept", await (await DecideAsync(First)).RefusalAsync());

        Assert.Equal(HttpStatusCode.OK, revoked().StatusCode);
        Office.Clock.Advance(TimeSpan.FromHours(2));
        await Office.RunTimerAsync(nameof(FinishErasures));
        Assert.Equal(HttpStatusCode.OK, (await HoldAsync()).StatusCode); // What was decided and not begun is undone.
    }

    [Theory]
    [InlineData(11)]
    [InlineData(WellBegun)]
    [InlineData(LastSteps)]
    public async Task Once_begun_its_result_cannot_be_revoked_any_more(int step)
    {
        var revoked = Interrupting(step, RevokeAsync);

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(First)).StatusCode);

        Assert.Equal("dossier-erased", await revoked().RefusalAsync());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(WellBegun)]
    public async Task Decided_twice_at_once_both_are_answered_and_it_ends_once(int step)
    {
        var meanwhile = Interrupting(step, () => DecideAsync(First));

        HttpStatusCode[] answers = [(await DecideAsync(First)).StatusCode, meanwhile().StatusCode];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], answers.Order());
        var left = await Counter.ReadAsync<ErasedDossier>(await Leader.GetAsync($"/api/dossiers/{First}/erasure"), HttpStatusCode.OK);
        Assert.Equal("QĐ 12/2049", left.Ground);
    }

    [Fact]
    public async Task A_paper_of_two_dossiers_erased_at_once_goes_with_them()
    {
        var paper = Assert.Single(await Office.The<DossierStore>().PapersAsync(First, default));
        Assert.Equal(paper.Source, Assert.Single(await Office.The<DossierStore>().PapersAsync(Second, default)).Source);
        var other = Interrupting(WellBegun, () => DecideAsync(Second)); // The first has left it to the second by now.

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(First)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, other().StatusCode);
        Assert.Null(await StoredAsync(paper));
        Assert.Empty(await Office.FindAsync(Xuyen.Name, Xuyen.PersonalNumber!));
    }

    private Func<HttpResponseMessage> Interrupting(int step, Func<Task<HttpResponseMessage>> act)
    {
        HttpResponseMessage? answer = null;
        Office.InterruptAt(step, () => answer = act().GetAwaiter().GetResult());
        return () => answer ?? throw new InvalidOperationException("It was over before.");
    }

    private async Task<StoredPaper?> StoredAsync(Paper paper) =>
        UploadId.TryParse(paper.Source, out var id) ? await Office.The<UploadStore>().FindStoredAsync(id, default) : null;

    private Task<HttpResponseMessage> RevokeAsync() => Leader.SendActAsync(First, "result-revocation", new RevocationForm("Bản chính là giả."));
}
