using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using PublicAdmin.Statistics.OpenData;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>A month that is over is frozen, hashed and signed; a correction is a new version, and the old one stays.</summary>
public class OpenDataTests
{
    [Fact]
    public async Task The_month_that_is_over_is_published_by_itself_and_anybody_can_check_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-20T02:00Z");
        await ReportsTests.OneOfEachAsync(office);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-02T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(CheckBooks));

        var index = await Counter.ReadAsync<OpenDataList>(await office.Http.GetAsync("/api/statistics/open"), HttpStatusCode.OK);
        var csv = await office.Http.GetByteArrayAsync("/api/statistics/open/2026-10.csv");
        var manifest = await office.Http.GetByteArrayAsync("/api/statistics/open/2026-10.manifest.json");
        var signature = await office.Http.GetByteArrayAsync("/api/statistics/open/2026-10.sig");
        var told = await office.Http.GetStringAsync("/api/statistics/open/2026-10.csv.sha256");
        using var schema = JsonDocument.Parse(await office.Http.GetStringAsync("/api/statistics/open/schema.json"));

        var hash = Convert.ToHexStringLower(SHA256.HashData(csv));
        Assert.Equal(("2026-10", 1), (Assert.Single(index.Items).Period, index.Items[0].Version));
        Assert.Equal($"{hash}  2026-10.csv\n", told);
        using var published = JsonDocument.Parse(manifest);
        Assert.Equal(hash, published.RootElement.GetProperty("files")[0].GetProperty("sha256").GetString());
        using var key = ECDsa.Create();
        key.ImportFromPem(published.RootElement.GetProperty("key").GetProperty("pem").GetString());
        Assert.True(key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(32, schema.RootElement.GetProperty("items").GetProperty("properties").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_few_dossiers_are_hidden_and_the_sum_of_the_row_is_kept()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-20T02:00Z");
        var place = await ReportsTests.OneOfEachAsync(office);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-02T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(CheckBooks));

        var lines = (await office.Http.GetStringAsync("/api/statistics/open/2026-10.csv")).TrimEnd('\n').Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"2026-10,{place},03256,1.004873,", lines[1], StringComparison.Ordinal);
        var fields = lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(("3", "<5", "0"), (fields["received"], fields["withdrawn"], fields["resolved_late_apology"]));
    }

    [Fact]
    public async Task A_month_published_again_without_a_change_stays_the_same_and_a_correction_is_a_new_version()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-20T02:00Z");
        await ReportsTests.OneOfEachAsync(office);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-02T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var first = await PublishAsync(office.As("administrator-province"));
        var same = await PublishAsync(office.As("administrator-province"));

        office.Clock.GoTo(DateTimeOffset.Parse("2026-10-21T02:00Z", System.Globalization.CultureInfo.InvariantCulture)); // Something of October comes to light.
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-phang")));
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-03T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await office.DeliverMessagesAsync();
        var second = await PublishAsync(office.As("administrator-province"));

        Assert.Equal((1, 1, 2), (first.Version, same.Version, second.Version));
        Assert.Equal(first.Table.Sha256, second.Previous);
        Assert.Null(Assert.Single(second.Corrections).Before);
        Assert.Equal(first.Table.Sha256, Convert.ToHexStringLower(SHA256.HashData(await office.Http.GetByteArrayAsync("/api/statistics/open/2026-10.v1.csv"))));
        Assert.Equal(second.Table.Sha256, Convert.ToHexStringLower(SHA256.HashData(await office.Http.GetByteArrayAsync("/api/statistics/open/2026-10.csv"))));
    }

    [Theory]
    [InlineData("2026-11", "period-running", HttpStatusCode.Conflict)]
    [InlineData("2026", "period-invalid", HttpStatusCode.BadRequest)]
    public async Task A_month_that_runs_cannot_be_frozen(string period, string code, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        Assert.Equal(
            code, (await office.As("administrator-province").PostAsync($"/api/statistics/periods/{period}/publication", null).ProblemAsync(status)).Code);
    }

    private static async Task<Publication> PublishAsync(HttpClient http) =>
        await Counter.ReadAsync<Publication>(await http.PostAsync("/api/statistics/periods/2026-10/publication", null), HttpStatusCode.OK);
}
