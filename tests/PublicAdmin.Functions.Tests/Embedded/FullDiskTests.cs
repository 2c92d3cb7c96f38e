using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>The database may not grow, as on a full disk: SQLite itself refuses every page beyond.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task When_there_is_room_again_the_office_goes_on_and_nothing_is_lost_or_doubled()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var receipt = office.OfficeOf("clerk-muong-ang");
        var filed = new List<string> { (await mai.FileAsync(Filings.MaritalStatus(receipt))).Code.ToString() };

        await LimitAsync(office, pages: 1); // SQLite takes it for "no more than there are".
        var (refused, key) = await FillAsync(mai, receipt, filed);
        var seen = await mai.GetAsync($"/api/dossiers/{filed[0]}");
        await LimitAsync(office, pages: int.MaxValue - 1);
        filed.Add((await mai.FileAsync(Filings.MaritalStatus(receipt), key)).Code.ToString());
        filed.Add((await mai.FileAsync(Filings.MaritalStatus(receipt), key)).Code.ToString());
        await office.DeliverMessagesAsync();

        Assert.Equal("storage-full", refused.Code);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal(filed[^2], filed[^1]);
        var listed = await mai.GetFromJsonAsync<PageOf<PublicAdmin.Processing.Lists.DossierSummary>>("/api/dossiers?limit=100", OfficeJson.Stored);
        Assert.Equal(filed.Distinct().Order(), listed!.Items.Select(item => item.Code.ToString()).Order());
    }

    [Fact]
    public async Task After_700_seconds_of_a_full_disk_every_list_is_complete_within_ten_and_nothing_is_buried()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var receipt = office.OfficeOf("clerk-muong-ang");
        var filed = new List<string>();
        for (var n = 0; n < 20; n++)
        {
            filed.Add((await mai.FileAsync(Filings.MaritalStatus(receipt))).Code.ToString());
        }

        await LimitAsync(office, pages: 1);
        await FillAsync(mai, receipt, filed);
        var refused = await PassAsync(office, seconds: 700);
        var before = await ListedAsync(office, "mai", "/api/dossiers");
        await LimitAsync(office, pages: int.MaxValue - 1);
        await PassAsync(office, seconds: 10);

        Assert.True(refused > 600 && before.Count < filed.Count, $"The disk was not full: {refused} refusals, {before.Count} of {filed.Count} listed before.");
        Assert.Equal(filed.Order(), (await ListedAsync(office, "mai", "/api/dossiers")).Order());
        Assert.Equal(filed.Order(), (await ListedAsync(office, "clerk-muong-ang", $"/api/work?office={receipt}")).Order());
        foreach (var queue in Queues.All)
        {
            Assert.Empty(await office.The<IDeadLetters>().ListAsync(queue.Name, 0, 10, default));
        }
    }

    [Fact]
    public async Task A_note_of_the_folder_that_cannot_be_written_closes_no_office()
    {
        await using var office = await Office.OpenAsync();
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        var inTheWay = Directory.CreateDirectory(Path.Combine(office.Folder, "office.note.new"));

        await office.RestartAsync(_ => inTheWay.Delete());

        Assert.Single(await ListedAsync(office, "mai", "/api/dossiers"));
    }

    // By the clock: in each second whatever is due is tried once.
    private static async Task<int> PassAsync(Office office, int seconds)
    {
        var busy = 0;
        for (var second = 0; second < seconds; second++)
        {
            office.Clock.Advance(TimeSpan.FromSeconds(1));
            try
            {
                busy += await office.The<QueueTriggers>().DeliverAsync(atOnce: 1, CancellationToken.None) ? 1 : 0;
            }
            catch (SqliteFault)
            {
                busy++; // Not even the take could be written down.
            }
        }

        return busy;
    }

    private static async Task<List<string>> ListedAsync(Office office, string persona, string list)
    {
        using var http = office.As(persona);
        var page = await http.GetFromJsonAsync<JsonElement>($"{list}{(list.Contains('?') ? '&' : '?')}limit=100");
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)];
    }

    // A page may still have room for a row or two, so filings go on until one is refused.
    private static async Task<(Problem Refused, string Key)> FillAsync(HttpClient http, string receipt, List<string> filed)
    {
        for (var n = 0; n < 500; n++)
        {
            var key = Guid.NewGuid().ToString("N");
            using var answer = await http.SendFilingAsync(Filings.MaritalStatus(receipt), key);
            if (!answer.IsSuccessStatusCode)
            {
                return (await Task.FromResult(answer).ProblemAsync(HttpStatusCode.ServiceUnavailable), key);
            }

            filed.Add((await Counter.ReadAsync<PublicAdmin.Submission.FilingReceipt>(answer, HttpStatusCode.Created)).Code.ToString());
        }

        throw new InvalidOperationException("The database still grows.");
    }

    private static Task<int> LimitAsync(Office office, int pages) => office.The<SqliteDatabase>().WriteAsync(connection =>
    {
        connection.Execute($"PRAGMA max_page_count = {pages}");
        return 0;
    });
}
