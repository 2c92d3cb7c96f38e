using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Archive.Erasure;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Whoever comes at the same moment, and wherever it breaks off: a dossier is whole or it is gone.</summary>
public sealed class ErasureRaceTests : IAsyncLifetime
{
    private const string Place = "dien-bien-phu";
    private const int WellBegun = 15;

    private static readonly ApplicantForm Xuyen = new("Giàng Thị Xuyến", "011199000777", "0977123456", Address: "Bản Nậm Pố Xa");

    private Office _office = null!;
    private DossierCode _first = null!;
    private DossierCode _second = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync("2026-11-20T02:00Z");
        _first = await _office.CopiedAsync(Filings.CertifiedCopy(_office.OfficeOf($"clerk-{Place}")) with { Applicant = Xuyen });
        _second = await _office.CopiedAsync(Filings.CertifiedCopy(_office.OfficeOf($"clerk-{Place}")) with { Applicant = Xuyen });
        await _office.SealUpToAsync("2026-11-21T18:10Z");
        await _office.HandOverAsync(_first);
        await _office.HandOverAsync(_second);
        _office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, (await _office.ProposeErasureAsync(_first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _office.ProposeErasureAsync(_second)).StatusCode);
        _office.Clock.Advance(TimeSpan.FromDays(31));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_hold_in_time_keeps_it_whole(int step)
    {
        var held = Interrupting(step, HoldAsync);

        Assert.Equal("erasure-kept", await (await DecideAsync(_first)).RefusalAsync());

        Assert.Equal(HttpStatusCode.OK, held().StatusCode);
        var papers = await _office.The<DossierStore>().PapersAsync(_first, default);
        Assert.NotNull(await StoredAsync(Assert.Single(papers)));
        await _office.RunTimerAsync(nameof(FinishErasures));
        Assert.Equal(HttpStatusCode.OK, (await Leader.GetAsync($"/api/dossiers/{_first}")).StatusCode);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(WellBegun)]
    public async Task A_hold_that_comes_too_late_is_refused(int step)
    {
        var held = Interrupting(step, HoldAsync);

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(_first)).StatusCode);

        Assert.Equal("archive-being-erased", await held().RefusalAsync());
        Assert.Equal("dossier-erased", await (await Leader.GetAsync($"/api/dossiers/{_first}")).RefusalAsync());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(WellBegun)]
    public async Task Decided_twice_at_once_both_are_answered_with_the_same_end(int step)
    {
        var meanwhile = Interrupting(step, () => DecideAsync(_first));

        var answer = await DecideAsync(_first);

        var one = await Counter.ReadAsync<ErasedDossier>(meanwhile(), HttpStatusCode.OK);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone, answer.StatusCode.ToString());
        var left = await Counter.ReadAsync<ErasedDossier>(await Leader.GetAsync($"/api/dossiers/{_first}/erasure"), HttpStatusCode.OK);
        Assert.Equal((one.ErasedAt, one.ErasedBy, one.Events), (left.ErasedAt, left.ErasedBy, left.Events));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(WellBegun)]
    [InlineData(25)]
    public async Task Broken_off_it_can_no_longer_be_held_and_comes_to_its_end_by_itself(int step)
    {
        var key = (await _office.The<DossierStore>().PartitionAsync(_first, default)).WrappedKey!;
        _office.DieAt(step);
        await Assert.ThrowsAnyAsync<Exception>(async () => (await DecideAsync(_first)).EnsureSuccessStatusCode());
        await _office.RestartAsync();
        Assert.Equal("archive-being-erased", await (await HoldAsync()).RefusalAsync());

        await _office.RunTimerAsync(nameof(FinishErasures));

        var left = await Counter.ReadAsync<ErasedDossier>(await Leader.GetAsync($"/api/dossiers/{_first}/erasure"), HttpStatusCode.OK);
        Assert.Equal("QĐ 12/2049", left.Ground);
        Assert.Empty(await _office.FilesWithAsync(key));
        await _office.RunTimerAsync(nameof(FinishErasures)); // Nothing is left to do.
    }

    [Fact]
    public async Task A_paper_of_two_dossiers_erased_at_once_goes_with_them()
    {
        var paper = Assert.Single(await _office.The<DossierStore>().PapersAsync(_first, default));
        Assert.Equal(paper.Source, Assert.Single(await _office.The<DossierStore>().PapersAsync(_second, default)).Source);
        var other = Interrupting(WellBegun, () => DecideAsync(_second)); // The first has left it to the second by now.

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(_first)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, other().StatusCode);
        Assert.Null(await StoredAsync(paper));
        Assert.Empty(await _office.FindAsync(Xuyen.Name, Xuyen.PersonalNumber!));
    }

    private HttpClient Leader => _office.As($"leader-{Place}");

    private Func<HttpResponseMessage> Interrupting(int step, Func<Task<HttpResponseMessage>> act)
    {
        HttpResponseMessage? answer = null;
        _office.InterruptAt(step, () => answer = act().GetAwaiter().GetResult());
        return () => answer ?? throw new InvalidOperationException("It was over before.");
    }

    private async Task<StoredPaper?> StoredAsync(Paper paper) =>
        UploadId.TryParse(paper.Source, out var id) ? await _office.The<UploadStore>().FindStoredAsync(id, default) : null;

    private Task<HttpResponseMessage> DecideAsync(DossierCode code) => Leader.PostAsync($"/api/dossiers/{code}/erasure", null);

    private Task<HttpResponseMessage> HoldAsync() => _office.As($"registrar-{Place}")
        .PostAsJsonAsync($"/api/dossiers/{_first}/archive-hold", new ArchiveHoldForm("Thanh tra 3/2049"), OfficeJson.Options);
}
