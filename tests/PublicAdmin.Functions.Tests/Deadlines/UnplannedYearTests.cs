using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>
/// A year nobody has planned keeps no desk from working: its dates follow from the law, say so, and the administrators hear of it in October.
/// </summary>
public sealed class UnplannedYearTests
{
    [Fact]
    public async Task On_the_last_afternoon_of_the_planned_years_everything_goes_on()
    {
        await using var office = await Office.OpenAsync(at: "2027-12-31T08:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.DeliverMessagesAsync();
        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.DeliverMessagesAsync();

        var view = await office.As("mai").ReadDossierAsync(receipt.Code);
        var why = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{receipt.Code}/deadline");
        var tracked =
            await (await office.Http.PostAsJsonAsync(
                "/api/tracking", new { code = receipt.Code.ToString(), secret = receipt.Secret })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(Given.At("2028-01-04 15:00"), receipt.DecisionDueAt);
        Assert.Equal(Given.At("2028-01-06 17:00"), view.Deadline!.PromisedAt);
        Assert.True(receipt.Provisional is true && view.Provisional && why.GetProperty("provisional").GetBoolean()
            && tracked.GetProperty("provisional").GetBoolean());
        Assert.Contains("Ngày hẹn là dự kiến", why.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-09-30T00:30Z", 0)]
    [InlineData("2027-10-01T00:30Z", 1)]
    [InlineData("2026-10-01T00:30Z", 1)] // 2027 is only proposed
    public async Task From_the_first_of_October_on_administrators_are_reminded_once_a_week(string at, int lines)
    {
        await using var office = await Office.OpenAsync(at);

        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.RunTimerAsync(nameof(SendMorningDigest));

        var inbox = await office.InboxOfAsync("administrator-province");
        Assert.Equal(lines, inbox.Count(line => line.GetProperty("subject").GetString()!.StartsWith("Chưa có lịch nghỉ chính thức", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_year_is_entered_over_what_the_law_says_and_earlier_promises_stay_explained()
    {
        await using var office = await Office.OpenAsync(at: "2027-12-31T02:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");

        var put = await office.PutCalendarAsync(2028, "2028-01-05", seen: "0");
        var why = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{receipt.Code}/deadline");

        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        Assert.Equal("2027.1p+2028.0p", why.GetProperty("calendarVersion").GetString());
        Assert.Equal(3 * 8 * 60, why.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("minutesCounted").GetInt32()));
    }
}
