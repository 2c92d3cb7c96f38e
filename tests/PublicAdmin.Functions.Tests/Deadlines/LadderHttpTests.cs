using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>An administrator changes how delays are escalated.</summary>
public sealed class LadderHttpTests
{
    private const string Address = "/api/escalation-ladders/1.014027/H18.61/versions/2026-11-17";

    [Fact]
    public async Task What_was_received_before_keeps_its_ladder_and_what_comes_after_climbs_the_new_one()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var before = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        Assert.Equal(HttpStatusCode.Created, (await office.As("administrator-dien-bien-phu").PutAsJsonAsync(Address, Ladder())).StatusCode);
        office.Clock.GoTo(Given.At("2026-11-17 09:00"));
        var after = await office.ReceiveAsync("2026-11-17 09:00", serial: 1);

        for (var at = Given.At("2026-11-17 10:00"); at < Given.At("2026-12-07 10:00"); at = at.AddHours(4))
        {
            office.Clock.GoTo(at);
            await office.RunTimerAsync(nameof(PublicAdmin.Deadlines.Escalation.EscalateDeadlines));
            await office.DeliverMessagesAsync();
        }

        Assert.Equal(["half", "three-quarters", "last-day", "overdue", "overdue-two-days"], await office.RungsOfAsync(before));
        Assert.Equal(["early", "two-days-left", "end"], await office.RungsOfAsync(after));
    }

    [Fact]
    public async Task The_timeline_is_kept_and_the_one_that_ships_stays_in_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.As("administrator-province").PutAsJsonAsync(Address, Ladder());

        var all = await office.As("supervisor-dien-bien-phu").GetFromJsonAsync<JsonArray>("/api/escalation-ladders");

        Assert.Equal([("*", "2025-01-01"), ("1.014027", "2026-11-17")], all!.Select(one => ((string)one!["procedure"]!, (string)one["validFrom"]!)));
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var http = office.As("administrator-province");
        var first = await http.PutAsJsonAsync(Address, Ladder());

        var blind = await http.PutAsJsonAsync(Address, Ladder());
        http.DefaultRequestHeaders.IfMatch.Add((await http.GetAsync(Address)).Headers.ETag!);
        var seen = await http.PutAsJsonAsync(Address, Ladder());
        var stale = await http.PutAsJsonAsync(Address, Ladder());

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed],
            new[] { first, blind, seen, stale }.Select(answer => answer.StatusCode));
    }

    [Theory]
    [InlineData("validFrom", "\"2026-11-16\"", "change-not-in-future")]
    [InlineData("procedure", "\"9.999999\"", "procedure-not-in-force")]
    [InlineData("office", "\"H18.9999\"", "office-not-in-force")]
    [InlineData("source", "\"\"", "field-missing")]
    [InlineData("reason", "null", "field-missing")]
    [InlineData("rungs", "[]", "field-count-invalid")]
    [InlineData("rungs[1].code", "\"early\"", "rung-code-twice")]
    [InlineData("rungs[0].code", "\"intake\"", "rung-code-unfit")]
    [InlineData("rungs[0].amount", "100", "rung-amount-unfit")]
    [InlineData("rungs[0].to", "[]", "rung-tells-nobody")]
    [InlineData("rungs[0].to", """[{"role":"leader","at":"nowhere"}]""", "rung-tells-nobody")]
    [InlineData("rungs[0].to", """[{"role":"citizen","at":"holding"}]""", "rung-tells-nobody")]
    [InlineData("rungs[1].draftsApology", "false", "ladder-too-short")]
    public async Task What_cannot_be_is_refused_by_name(string field, string value, string code)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var ladder = Ladder();
        Set(ladder, field, value);

        var problem = await office.As("administrator-province")
            .PutAsJsonAsync($"/api/escalation-ladders/{ladder["procedure"]}/{ladder["office"]}/versions/{ladder["validFrom"]}", ladder)
            .ProblemAsync(Expected(code));

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public async Task The_body_says_what_the_address_says_and_what_is_not_there_is_not_found()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var http = office.As("administrator-province");

        Assert.Equal(
            "reference-address-mismatch",
            (await http.PutAsJsonAsync("/api/escalation-ladders/*/H18.61/versions/2026-11-17", Ladder()).ProblemAsync(HttpStatusCode.BadRequest)).Code);
        Assert.Equal("reference-version-unknown", (await http.GetAsync(Address).ProblemAsync(HttpStatusCode.NotFound)).Code);
    }

    [Theory]
    [InlineData("administrator-muong-ang")]
    [InlineData("leader-dien-bien-phu")]
    public async Task Only_an_administrator_of_that_office_may(string persona)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        Assert.Equal(HttpStatusCode.Forbidden, (await office.As(persona).PutAsJsonAsync(Address, Ladder())).StatusCode);
    }

    private static HttpStatusCode Expected(string code) =>
        code is "change-not-in-future" or "procedure-not-in-force" or "office-not-in-force" or "ladder-too-short"
            ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest;

    private static void Set(JsonNode ladder, string field, string value)
    {
        var parts = field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var owner = parts[..^1].Aggregate(ladder, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        owner[parts[^1]] = JsonNode.Parse(value);
    }

    private static JsonNode Ladder() => JsonNode.Parse("""
        {
          "procedure": "1.014027", "office": "H18.61", "validFrom": "2026-11-17", "source": "Quyết định 12/QĐ-UBND", "reason": "Nhắc sớm hơn",
          "rungs": [
            { "code": "early", "name": { "vi": "Đã dùng 20%", "en": "20% used" }, "when": "used", "amount": 20, "to": [ { "who": "handler" } ], "draftsApology": false },
            { "code": "two-days-left", "name": { "vi": "Còn hai ngày", "en": "Two days left" }, "when": "before", "amount": 2, "to": [ { "role": "leader", "at": "holding" } ], "draftsApology": true },
            { "code": "end", "name": { "vi": "Hết hạn", "en": "The end" }, "when": "after", "amount": 0, "to": [ { "role": "leader", "at": "competent" }, { "role": "supervisor", "at": "H18.61" } ], "draftsApology": false }
          ]
        }
        """)!;
}
