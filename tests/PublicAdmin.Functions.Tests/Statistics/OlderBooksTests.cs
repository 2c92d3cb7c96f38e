using System.Text.Json.Nodes;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>Books of a version that counted less are made anew without anybody asking, once, and the numbers they lacked are there.</summary>
public class OlderBooksTests
{
    [Fact]
    public async Task What_an_earlier_version_did_not_count_is_counted_by_itself()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        await office.As("mai").FileAsync(Filings.MaritalStatus(place));
        await RollUpAsync(office);
        var whole = await FiledOnlineAsync(office, place);
        await ForgetAsync(office);
        var older = await FiledOnlineAsync(office, place);
        var before = await office.The<BookShelf>().RebuiltAsync(default);

        await RollUpAsync(office);
        var rebuilt = await office.The<BookShelf>().RebuiltAsync(default);
        await RollUpAsync(office);

        Assert.Equal((1, 0, 1), (whole, older, await FiledOnlineAsync(office, place)));
        Assert.NotEqual(before?.Sha256Before, rebuilt!.Sha256Before);
        Assert.Equal(rebuilt, await office.The<BookShelf>().RebuiltAsync(default)); // Once is enough.
    }

    private static async Task RollUpAsync(Office office)
    {
        await office.DeliverMessagesAsync();
        await office.RunTimerAsync(nameof(RollUpStatistics));
    }

    private static async Task<long> FiledOnlineAsync(Office office, string place)
    {
        var friday = new DateOnly(2026, 11, 20);
        var tally = await office.The<BookReader>().ReadAsync(View.Competent, place, Period.Of(friday, friday, office.Clock.GetUtcNow()), default);
        return tally.Flow[Measure.FiledOnline];
    }

    // As the version before this number left it: no such number in any row, and no word of how much is counted.
    private static async Task ForgetAsync(Office office)
    {
        var table = office.The<ITables>()[Tables.Statistics];
        var books = await office.The<BookShelf>().PresentAsync(default);
        await foreach (var row in table.ReadAllAsync(RowRange.All(books.Partition), default))
        {
            if (row.Values.GetValueOrDefault("J") is string json && JsonNode.Parse(json) is JsonObject numbers && numbers.Remove("filedOnline"))
            {
                await WriteAsync(table, row, "J", numbers.ToJsonString());
            }
        }

        await WriteAsync(table, (await table.FindAsync("books", "present", default))!, "M", null);
    }

    private static Task WriteAsync(ITable table, TableRow row, string column, string? value) => table.WriteAsync(
        [RowChange.Upsert(row with { Tag = null, Values = new Dictionary<string, object?>(row.Values) { [column] = value } })], default);
}
