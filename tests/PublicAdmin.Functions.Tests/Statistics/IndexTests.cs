using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>The index of Decision 766 is an estimate of ours: each item says what it counts, or why nobody here can.</summary>
public class IndexTests
{
    private const string Morning = "2026-11-20T02:00Z";

    [Fact]
    public async Task The_index_says_it_is_an_estimate_and_stands_beside_the_portals_figure()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await ReportsTests.OneOfEachAsync(office);

        var put = await office.As("administrator-province")
            .PutAsJsonAsync(
                "/api/statistics/index766/portal?period=2026-11", new PortalFigures(new Dictionary<string, decimal> { ["PROGRESS"] = 18.5m }),
                OfficeJson.Options);
        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.True(index.Estimate);
        var progress = index.Lines.Single(line => line.Item.Code == "PROGRESS");
        Assert.Equal((20m, 18.5m, 1.5m), (progress.Points, progress.Portal, progress.Difference));
        Assert.All(index.Lines.Where(line => line.Points is null), line => Assert.NotNull(line.Item.Note));
        Assert.Equal(
            ["ONLINE_DOSSIERS", "PAYMENT_FEE_DATA", "PUBLIC_UPDATE_ON_TIME", "PUBLISH_ON_TIME", "SYNCED_WITH_DVCQG_PERSONAL_STORAGE"],
            index.Lines.Where(line => line.Item.Part.Count is 0 || line.Item.Max is 0).Select(line => line.Item.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_procedures_and_communes_did_counts_in_the_index()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var scan = await office.As("mai").SendFileAsync(SampleScans.Pdf());
        var code = (await office.As("mai").FileAsync(Filings.Birth(place, new PaperForm("chung-sinh", scan)) with { LookUpConsent = true })).Code;
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);
        await BooksTests.RollUpAsync(office);

        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);

        (long, long) Of(string item) => index.Lines.Where(line => line.Item.Code == item).Select(line => (line.Part, line.Whole)).Single();
        var filedHere = Of("PUBLIC_CONTENT_FULL").Item2;
        Assert.Equal((filedHere, filedHere), Of("PUBLIC_CONTENT_FULL"));
        Assert.Equal((1, 1), Of("SO_HOA_GIAY_TO_GIAI_QUYET"));
        Assert.Equal((1, filedHere), Of("CITIZEN_DATA_CONNECTED_FORMALITY"));
        Assert.Equal(0, Of("PAYMENT_PROCEDURES").Item1);
        Assert.InRange(Of("PAYMENT_PROCEDURES").Item2, 1, filedHere);
        Assert.Equal((0, 45), Of("ELECTRONIC_CERTIFIED_COPY"));
    }
}
