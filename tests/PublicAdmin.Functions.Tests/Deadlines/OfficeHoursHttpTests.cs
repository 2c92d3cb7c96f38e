using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>An administrator enters the winter and summer hours of an office.</summary>
public sealed class OfficeHoursHttpTests
{
    private const string Address = "/api/office-hours/H18.61/versions/2026-11-17";

    [Fact]
    public async Task Promises_made_before_stay_and_are_explained_as_they_were_counted_and_new_ones_follow_the_new_hours()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var before = await office.ReceiveForMaiAsync();
        office.Clock.GoTo(Given.At("2026-11-16 15:00"));
        Assert.Equal(HttpStatusCode.Created, (await office.As("administrator-dien-bien-phu").PutAsJsonAsync(Address, Hours())).StatusCode);
        office.Clock.GoTo(Given.At("2026-11-17 09:00"));
        var after = await office.ReceiveAsync("2026-11-17 09:00", serial: 1);

        var (old, explained) = (await office.DeadlineAsync(before), await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{before}/deadline"));

        Assert.Equal(Given.At("2026-12-01 17:00"), old.DueAt);
        Assert.Equal(10 * 8 * 60, explained.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("minutesCounted").GetInt32()));
        Assert.Equal(Given.At("2026-12-02 16:30"), (await office.DeadlineAsync(after)).DueAt);
    }

    [Fact]
    public async Task Running_alarms_are_planned_anew_and_still_fire_once()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync(); // last-day would be 30 November, 07:00
        await office.As("administrator-province").PutAsJsonAsync(Address, Hours(opens: "06:30"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        for (var at = Given.At("2026-11-17 06:35"); at <= Given.At("2026-11-30 06:35"); at = at.AddHours(1))
        {
            office.Clock.GoTo(at);
            await office.RunTimerAsync(nameof(EscalateDeadlines));
            await office.DeliverMessagesAsync();
        }

        Assert.Equal(["half", "three-quarters", "last-day"], await office.RungsOfAsync(code)); // half an hour earlier than it was planned
    }

    [Theory]
    [InlineData("validFrom", "\"2026-11-16\"", "change-not-in-future")]
    [InlineData("office", "\"H18.9999\"", "office-not-in-force")]
    [InlineData("source", "\" \"", "field-missing")]
    [InlineData("reason", "null", "field-missing")]
    [InlineData("seasons", "[]", "field-count-invalid")]
    public async Task What_cannot_be_is_refused_by_name(string field, string value, string code)
    {
        var hours = Hours();
        hours[field] = JsonNode.Parse(value);

        Assert.Equal(code, await RefusalOfAsync(hours));
    }

    [Theory]
    [InlineData("from", "\"10-32\"", "season-unfit")]
    [InlineData("from", "\"10-17\"", "year-not-covered")] // 16 October has no hours
    [InlineData("from", "\"10-15\"", "year-not-covered")] // 15 October has two
    [InlineData("shifts", "[]", "shifts-unfit")]
    [InlineData("shifts", """[{"opens":"07:00","closes":"09:00"}]""", "shifts-unfit")]
    [InlineData("shifts", """[{"opens":"07:00","closes":"12:00"},{"opens":"11:00","closes":"16:00"}]""", "shifts-unfit")]
    public async Task A_season_that_cannot_be_is_refused_by_name(string field, string value, string code)
    {
        var hours = Hours();
        hours["seasons"]![0]![field] = JsonNode.Parse(value);

        Assert.Equal(code, await RefusalOfAsync(hours));
    }

    [Fact]
    public async Task Anybody_reads_the_hours_and_an_administrator_of_elsewhere_does_not_write_them()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var entry = Hours();
        entry["reason"] = "Đổi giờ mùa đông";
        await office.As("administrator-province").PutAsJsonAsync(Address, entry);

        var all = await office.Http.GetFromJsonAsync<JsonArray>("/api/office-hours");
        var tag = (await office.As("administrator-province").GetAsync(Address)).Headers.ETag;

        Assert.Equal(["*", "H18.61"], all!.Select(one => (string)one!["office"]!));
        Assert.NotNull(tag);
        var entered = (await office.As("administrator-province").GetFromJsonAsync<JsonArray>("/api/office-hours"))![1]!;
        Assert.Equal(("Đổi giờ mùa đông", OfficePeople.IdOf("administrator-province")), ((string?)entered["reason"], (string?)entered["enteredBy"]));
        Assert.Equal(("Đổi giờ mùa đông", null), ((string?)all![1]!["reason"], (string?)all[1]!["enteredBy"]));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("administrator-muong-ang").PutAsJsonAsync(Address, Hours())).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await office.As("administrator-province").PutAsJsonAsync(Address, Hours())).StatusCode);
    }

    private static async Task<string> RefusalOfAsync(JsonNode hours)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var answer = await office.As("administrator-province").PutAsJsonAsync($"/api/office-hours/{hours["office"]}/versions/{hours["validFrom"]}", hours);
        Assert.InRange((int)answer.StatusCode, 400, 422);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private static JsonNode Hours(string opens = "07:30") => JsonNode.Parse($$"""
        {
          "office": "H18.61", "validFrom": "2026-11-17", "source": "Quy chế làm việc của phường", "reason": "Mùa đông",
          "seasons": [
            { "from": "10-16", "to": "04-15", "shifts": [ { "opens": "{{opens}}", "closes": "12:00" }, { "opens": "13:00", "closes": "16:30" } ] },
            { "from": "04-16", "to": "10-15", "shifts": [ { "opens": "07:00", "closes": "11:30" }, { "opens": "13:30", "closes": "17:00" } ] }
          ]
        }
        """)!;
}

internal static class HoursOffice
{
    public static async Task<Deadline> DeadlineAsync(this Office office, DossierCode code) =>
        (await office.The<DossierStore>().FindAsync(code, default))!.Dossier.Deadline!;
}
