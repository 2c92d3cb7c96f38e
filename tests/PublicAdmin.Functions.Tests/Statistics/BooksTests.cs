using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>One dossier is counted once, where it stands, and every sum says the same.</summary>
public class BooksTests
{
    private const string Morning = "2026-11-20T02:00Z"; // A Friday, 09:00.
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public async Task A_dossier_moves_from_bucket_to_bucket_and_is_counted_once_each_time()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        Assert.Equal((1, 0, 0), await StandingAsync(office, place));

        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        Assert.Equal((0, 1, 0), await StandingAsync(office, place));

        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang")
            .ActAsync(code, "supplement-request",
                new SupplementRequestForm([new SupplementItem("Giấy tờ", "Thiếu thông tin", null, "Luật Hộ tịch")], "Lò Văn Hoa, 0912345678"));
        Assert.Equal((0, 0, 1), await StandingAsync(office, place));

        await office.As("mai").ActAsync(code, "supplement", new SupplementForm(Note: "Đã bổ sung"));
        await office.DecideAsync("muong-ang", code);
        var tally = await TallyAsync(office, place, Friday, Friday);

        Assert.Equal((1, 1, 1, 1), (tally.Flow[Measure.Filed], tally.Received, tally.ReceivedOnline, tally.Flow[Measure.Ahead]));
        Assert.Equal((0, 0, 0), await StandingAsync(office, place));
        await AssertBalancedAsync(office);
    }

    [Fact]
    public async Task Nobody_has_to_do_anything_for_a_dossier_to_become_overdue()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        var owed = (await office.As("clerk-muong-ang").ActAsync(code, "acceptance")).Deadline!.OwedAt;
        await RollUpAsync(office);

        var atItsHour = await ReadAsync(office, place, Period.Of(Friday, WorkingTime.DayOf(owed), owed));
        var aMinuteLater = await ReadAsync(office, place, Period.Of(Friday, WorkingTime.DayOf(owed), owed.AddMinutes(1)));
        var theDayBefore = await ReadAsync(office, place, Period.Of(Friday, WorkingTime.DayOf(owed).AddDays(-1), owed.AddDays(3)));

        Assert.Equal((1, 0), (atItsHour.Closing(Measure.Open), atItsHour.Overdue));
        Assert.Equal((0, 1), (aMinuteLater.Closing(Measure.Open), aMinuteLater.Overdue));
        Assert.Equal((1, 0), (theDayBefore.Closing(Measure.Open), theDayBefore.Overdue));
    }

    [Fact]
    public async Task A_roll_up_killed_at_any_step_counts_nothing_twice()
    {
        for (var step = 1; ; step++)
        {
            await using var office = await Office.OpenAsync(at: Morning);
            var place = office.OfficeOf("clerk-muong-ang");
            await office.As("mai").FileAsync(Filings.MaritalStatus(place));
            var second = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
            await office.As("clerk-muong-ang").ActAsync(second, "acceptance");
            await office.DeliverMessagesAsync();

            office.DieAt(step);
            var died = await Record.ExceptionAsync(() => office.RunTimerAsync(nameof(RollUpStatistics)));
            await office.RestartAsync();

            var tally = await TallyAsync(office, place, Friday, Friday);
            Assert.Equal((2, 1, 1), (tally.Flow[Measure.Filed], tally.Closing(Measure.Waiting), tally.Closing(Measure.Open)));
            await AssertBalancedAsync(office);
            if (died is null)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Books_made_anew_from_the_events_are_the_same_to_the_byte()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        for (var n = 0; n < 3; n++)
        {
            var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
            await office.As("clerk-muong-ang")
                .ActAsync(code, n == 0 ? "refusal" : "acceptance",
                    n == 0 ? new PublicAdmin.Processing.ReasonForm("Không thuộc thẩm quyền", "Luật Hộ tịch") : null);
            await RollUpAsync(office);
        }

        await office.The<BookShelf>().BeginAsync(default);
        await RollUpAsync(office);

        var rebuilt = await office.The<BookShelf>().RebuiltAsync(default);
        Assert.True(rebuilt!.Equal, $"{rebuilt.Sha256Before} became {rebuilt.Sha256}");
        Assert.Equal(3, rebuilt.Dossiers);
        Assert.Equal(3, (await TallyAsync(office, place, Friday, Friday)).Flow[Measure.Filed]);
    }

    [Fact]
    public async Task A_number_somebody_changed_in_the_database_is_found_with_the_dossiers_behind_it()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await AssertBalancedAsync(office);
        var table = office.The<PublicAdmin.Platform.Storage.ITables>()[PublicAdmin.Platform.Storage.Tables.Statistics];
        var books = await office.The<BookShelf>().PresentAsync(default);
        var key = new CellKey(View.Competent, place, Dimension.All, "", Slot.Month, "202611").ToRowKey();
        var row = (await table.FindAsync(books.Partition, key, default))!;
        await table.WriteAsync(
            [PublicAdmin.Platform.Storage.RowChange.Upsert(
                row with { Tag = null, Values = new Dictionary<string, object?>(row.Values) { ["J"] = """{"filed":2,"waiting":1}""" } })], default);

        var problem = await office.As("supervisor-province").PostAsync("/api/statistics/checks", null).ProblemAsync(System.Net.HttpStatusCode.Conflict);

        Assert.Equal("books-unbalanced", problem.Code);
        var finding = (await office.The<CheckBook>().LastAsync(default))!.Findings.First(finding => finding.Equation is Equation.Facts);
        Assert.Equal(("filed", 1, place), (finding.Measure, finding.Difference, finding.Office));
        Assert.Equal([code.ToString()], finding.Codes);
    }

    [Fact]
    public async Task While_a_row_does_not_add_up_nobody_is_told_figures_and_the_public_no_dossier()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await RollUpAsync(office);
        var table = office.The<PublicAdmin.Platform.Storage.ITables>()[PublicAdmin.Platform.Storage.Tables.Statistics];
        var books = await office.The<BookShelf>().PresentAsync(default);
        var row = (await table.FindAsync(books.Partition, new CellKey(View.Competent, place, Dimension.All, "", Slot.Day, "20261120").ToRowKey(), default))!;
        await table.WriteAsync(
            [PublicAdmin.Platform.Storage.RowChange.Upsert(
                row with { Tag = null, Values = new Dictionary<string, object?>(row.Values) { ["J"] = """{"filed":3,"waiting":1}""" } })], default);
        await office.The<CheckBook>().RunAsync(default);

        var answer = await office.Http.GetAsync($"/api/statistics?office={place}");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.Contains("books-unbalanced", told, StringComparison.Ordinal);
        Assert.DoesNotContain(code.ToString(), told, StringComparison.Ordinal);
    }

    private static async Task<(long Waiting, long Open, long Supplement)> StandingAsync(Office office, string place)
    {
        var tally = await TallyAsync(office, place, Friday, Friday);
        return (tally.Closing(Measure.Waiting), tally.Closing(Measure.Open), tally.Closing(Measure.Supplement));
    }

    private static async Task<PeriodTally> TallyAsync(Office office, string place, DateOnly from, DateOnly to)
    {
        await RollUpAsync(office);
        return await ReadAsync(office, place, Period.Of(from, to, office.Clock.GetUtcNow()));
    }

    private static async Task<PeriodTally> ReadAsync(Office office, string place, Period period)
    {
        var tally = await office.The<BookReader>().ReadAsync(View.Competent, place, period, default);
        Assert.True(tally.Balances);
        return tally;
    }

    internal static async Task RollUpAsync(Office office)
    {
        await office.DeliverMessagesAsync();
        await office.RunTimerAsync(nameof(RollUpStatistics));
    }

    internal static async Task AssertBalancedAsync(Office office)
    {
        await office.DeliverMessagesAsync();
        Assert.Empty((await office.The<CheckBook>().RunAsync(default)).Findings);
    }
}
