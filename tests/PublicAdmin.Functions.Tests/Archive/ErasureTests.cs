using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>With its key a dossier's personal data is gone, from the sealed days too; what counts and what proves stays.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Place = "dien-bien-phu";
    private const string Month = "/api/reports/II.06a?period=2026-11";

    private static readonly string[] Hers = ["Xuyến", "Xuyen", "Giàng Thị Xuyến", "giang thi xuyen", "011199000777", "0977123456", "977123456", "Nậm Pố Xa"];
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private Office _office = null!;
    private DossierCode _hers = null!;
    private DossierCode _mais = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync("2026-11-20T02:00Z");
        _hers = await _office.CopiedAsync(Filings.CertifiedCopy(_office.OfficeOf($"clerk-{Place}")) with { Applicant = DueErasures.Xuyen });
        _mais = await _office.CopiedAsync(Filings.CertifiedCopy(_office.OfficeOf($"clerk-{Place}")));
        await _office.RunTimerAsync(nameof(RollUpStatistics));
        await PostAsync(_hers, "archive-hold", new ArchiveHoldForm("Đơn của bà Giàng Thị Xuyến"));
        await PostAsync(_hers, "archive-hold", new ArchiveHoldForm("Đã giải quyết", Lift: true));
        await PostAsync(_mais, "archive-hold", new ArchiveHoldForm("Đơn của bà Lò Thị Mai"));
        await _office.SealUpToAsync("2026-11-21T18:10Z");
        await _office.HandOverAsync(_hers);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Erased_it_is_in_no_store_and_the_seal_holds_and_the_report_is_the_same_to_the_byte()
    {
        Assert.Contains(await _office.FindAsync("xuyen"), place => place.StartsWith("Lists", StringComparison.Ordinal));
        Assert.Contains(await _office.FindAsync("s|xuyen"), place => place.StartsWith("office.db", StringComparison.Ordinal));
        GoTo("2049-01-04T02:00Z");
        var (month, sealedAs) = (await MonthAsync(), await _office.ManifestAsync(Friday));

        await EraseAsync();

        Assert.Empty(await _office.FindAsync(Hers));
        Assert.NotEmpty(await _office.FindAsync("Lò Thị Mai"));
        Assert.Equal(month, await MonthAsync());
        var verdict = await _office.CheckDayAsync(Friday);
        Assert.Empty(verdict.Findings);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(sealedAs), System.Text.Json.JsonSerializer.Serialize(await _office.ManifestAsync(Friday)));
        await _office.The<BookShelf>().BeginAsync(default);
        await _office.The<Rebuild>().RunAsync(default);
        Assert.Equal(month, await MonthAsync()); // Also by books made anew from what is left.
    }

    [Fact]
    public async Task Its_doors_say_so_to_the_staff_and_know_it_no_more_for_anybody_else_while_another_is_as_it_was()
    {
        GoTo("2049-01-04T02:00Z");
        var mais = await Leader.GetStringAsync($"/api/dossiers/{_mais}");

        await EraseAsync();

        foreach (var door in new[] { "", "/history", "/documents", "/deadline", "/result" })
        {
            var answer = await Leader.GetAsync($"/api/dossiers/{_hers}{door}");
            Assert.Equal((HttpStatusCode.Gone, "dossier-erased"), (answer.StatusCode, await answer.RefusalAsync()));
        }

        var left = await Counter.ReadAsync<ErasedDossier>(await Leader.GetAsync($"/api/dossiers/{_hers}/erasure"), HttpStatusCode.OK);
        Assert.Equal((Phase.Returned, "QĐ 12/2049", Channel.Counter), (left.Phase, left.Ground, left.Channel));
        Assert.NotEqual(left.ErasedBy, left.ProposedBy);
        Assert.Equal("dossier-not-found", await (await _office.As("mai").GetAsync($"/api/dossiers/{_hers}")).RefusalAsync());
        Assert.Equal("erasure-none", await (await Leader.GetAsync($"/api/dossiers/{_mais}/erasure")).RefusalAsync());
        Assert.Equal(mais, await Leader.GetStringAsync($"/api/dossiers/{_mais}"));
        Assert.DoesNotContain(_hers.ToString(), await Leader.GetStringAsync("/api/search?q=Xuyen"), StringComparison.Ordinal);
        Assert.Contains(_mais.ToString(), await Leader.GetStringAsync("/api/search?q=Mai"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_from_the_seals_brings_the_others_back_and_not_what_was_erased()
    {
        GoTo("2049-01-04T02:00Z");
        await EraseAsync();
        GoTo("2026-11-22T02:00Z");

        await _office.RestartAsync(
            folder => Directory.GetFiles(folder, "office.db*").ToList().ForEach(File.Delete), "--Embedded:Restore=true");

        Assert.Equal("dossier-erased", await (await Clerk.GetAsync($"/api/dossiers/{_hers}")).RefusalAsync());
        Assert.Equal("Lò Thị Mai", (await Clerk.ReadDossierAsync(_mais)).Applicant.Name);
        Assert.Equal("Đơn của bà Lò Thị Mai", Assert.Single((await _office.The<ArchiveBook>().FindAsync(_mais, default)).File.Holds).Reason);
        Assert.Empty(await _office.FindAsync(Hers));
    }

    [Fact]
    public async Task It_waits_for_the_term_the_seal_of_the_result_the_notice_and_a_second_person()
    {
        Assert.Equal("erasure-kept", await (await _office.ProposeErasureAsync(_hers)).RefusalAsync());
        GoTo("2029-01-02T02:00Z");
        Assert.Equal("erasure-kept", await (await _office.ProposeErasureAsync(_mais)).RefusalAsync()); // The archive has not got it.
        Assert.Equal("erasure-result-sealed", await (await _office.ProposeErasureAsync(_hers)).RefusalAsync());
        GoTo("2049-01-04T02:00Z");
        Assert.Equal("erasure-not-proposed", await (await DecideAsync()).RefusalAsync());
        Assert.Equal(HttpStatusCode.OK, (await _office.ProposeErasureAsync(_hers)).StatusCode);
        Assert.Equal("erasure-notice-runs", await (await DecideAsync()).RefusalAsync());
        GoTo("2049-02-04T02:00Z");
        Assert.Equal(HttpStatusCode.Forbidden, (await Registrar.PostAsync($"/api/dossiers/{_hers}/erasure", null)).StatusCode);
        await PostAsync(_hers, "archive-hold", new ArchiveHoldForm("Thanh tra 3/2049"));
        Assert.Equal("erasure-kept", await (await DecideAsync()).RefusalAsync());
        Assert.NotEmpty(await _office.FindAsync("Xuyến"));
    }

    private HttpClient Clerk => _office.As($"clerk-{Place}");
    private HttpClient Leader => _office.As($"leader-{Place}");
    private HttpClient Registrar => _office.As($"registrar-{Place}");
    private void GoTo(string at) => _office.Clock.GoTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
    private async Task<string> MonthAsync() => await _office.As("supervisor-province").GetStringAsync(Month);

    private async Task EraseAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await _office.ProposeErasureAsync(_hers)).StatusCode);
        var now = _office.Clock.GetUtcNow();
        _office.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync()).StatusCode);
        _office.Clock.GoTo(now);
    }

    private Task<HttpResponseMessage> DecideAsync() => Leader.PostAsync($"/api/dossiers/{_hers}/erasure", null);

    private async Task PostAsync<T>(DossierCode code, string act, T form) =>
        Assert.Equal(HttpStatusCode.OK, (await Registrar.PostAsJsonAsync($"/api/dossiers/{code}/{act}", form, OfficeJson.Options)).StatusCode);
}
