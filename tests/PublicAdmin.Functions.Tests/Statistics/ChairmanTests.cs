using System.Net;
using System.Text.RegularExpressions;
using PublicAdmin.Statistics.Chairman;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>What the chairman of the province reads: two pages a month, and a letter a week while something is long overdue.</summary>
public partial class ChairmanTests
{
    [FactNeeding("pdftotext", "pdfinfo")]
    public async Task The_month_stands_on_two_pages_with_both_sides_of_its_equation_and_ranks_nobody_by_a_few()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        await ReportsTests.OneOfEachAsync(office);

        var pdf = await office.As("supervisor-province").GetByteArrayAsync("/api/statistics/chairman?period=2026-11");
        var others = await office.As("supervisor-muong-ang").GetAsync("/api/statistics/chairman?period=2026-11");

        var text = PaperText.Of(pdf);
        var sums = Sum().Matches(text).Select(match => match.Groups[2].Value).ToList();
        Assert.Equal(["3", "3"], sums);
        Assert.Contains("0 đơn vị có từ 30 kết quả", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);
        using var folder = new TempFolder();
        Assert.Matches("Pages: +[12]\n", OutsideTool.Run("pdfinfo", folder.Write("month.pdf", pdf)).Output);
    }

    [Fact]
    public async Task What_is_more_than_ten_working_days_overdue_is_told_once_a_week()
    {
        await using var office = await Office.OpenAsync("2026-11-02T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();

        Assert.Equal(0, await ToldAsync(office, "2026-11-16T00:45Z")); // Overdue, and not for ten working days.
        Assert.Equal(0, await ToldAsync(office, "2026-11-27T00:45Z")); // A Friday.
        Assert.Equal(1, await ToldAsync(office, "2026-11-30T00:45Z"));
        Assert.Equal(1, await ToldAsync(office, "2026-11-30T00:50Z")); // The timer strikes twice.
        Assert.Equal(1, await ToldAsync(office, "2026-12-01T00:45Z"));
        Assert.Equal(2, await ToldAsync(office, "2026-12-07T00:45Z"));
    }

    private static async Task<int> ToldAsync(Office office, string at)
    {
        office.Clock.GoTo(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(TellChairman));
        await office.DeliverMessagesAsync();
        return (await office.As("supervisor-province").GetStringAsync("/api/inbox")).Split("\"long-overdue\"").Length - 1;
    }

    [GeneratedRegex(@"(Cộng phải giải quyết|Cộng) (\d+)")]
    private static partial Regex Sum();
}
