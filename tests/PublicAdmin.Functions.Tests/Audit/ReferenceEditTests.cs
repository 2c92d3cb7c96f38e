using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Audit;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Whoever changes offices, hours, ladders, calendars or purposes says why, and the auditor reads who did it, from when and why.</summary>
public sealed class ReferenceEditTests
{
    [Fact]
    public async Task Every_edit_is_seen_by_the_auditor_with_who_from_when_and_why_the_newest_first()
    {
        await using var office = await Office.OpenAsync();
        await EditAllAsync(office);

        var edits = await EditsAsync(office, "auditor-province");

        Assert.Equal(
            [("offices", "H18.61", true), ("certificate-purposes", "*", false), ("calendar", "2026", true), ("escalation", "1.014027~H18.61", false),
                ("office-hours", "H18.61", false), ("offices", "H18.61", false)],
            edits.Select(edit => (edit.Kind, edit.Code, edit.IsReplacement)));
        Assert.Equal(["Đính chính", "Chính sách mới", "Đổi ngày nghỉ", "Nhắc sớm hơn", "Mùa đông", "Sáp nhập"], edits.Select(edit => edit.Reason));
        Assert.Equal([new(2026, 12, 1), new(2026, 1, 1)], edits.Select(edit => edit.ValidFrom).Distinct());
        Assert.All(edits, edit => Assert.Equal((OfficePeople.IdOf("administrator-province"), "Mai Xuân Bách"), (edit.By, edit.ByName)));
        Assert.Equal(edits.OrderByDescending(edit => edit.At), edits);
    }

    [Fact]
    public async Task They_come_in_pages_and_survive_a_restart_and_what_was_refused_is_none()
    {
        await using var office = await Office.OpenAsync();
        await EditAllAsync(office);
        await PutAsync(office, "offices/H18.61", ReferenceBodies.Coming(office), HttpStatusCode.PreconditionFailed);
        await office.RestartAsync();

        var pages = new List<EditView>();
        for (string? next = "first"; next is not null;)
        {
            var address = next is "first" ? "/api/audit/edits?limit=4" : $"/api/audit/edits?limit=4&after={next}";
            var page = await Counter.ReadAsync<PageOf<EditView>>(await office.As("auditor-province").GetAsync(address), HttpStatusCode.OK);
            pages.AddRange(page.Items);
            next = page.Next;
        }

        Assert.Equal(await EditsAsync(office, "supervisor-province"), pages);
        Assert.Equal(6, pages.Count);
    }

    [Theory]
    [InlineData("offices/H18.61")]
    [InlineData("office-hours/H18.61")]
    [InlineData("escalation-ladders/1.014027/H18.61")]
    [InlineData("certificate-purposes/*")]
    public async Task Nothing_is_entered_without_a_reason(string what)
    {
        await using var office = await Office.OpenAsync();
        foreach (var reason in new JsonNode?[] { null, " " })
        {
            var body = ReferenceBodies.Of(office, what);
            body["reason"] = reason;

            var answer = office.As("administrator-province").PutAsJsonAsync($"/api/{what}/versions/2026-12-01", body);

            var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
            Assert.Equal(("field-missing", "reason"), (problem.Code, problem.Field));
        }

        Assert.Empty(await EditsAsync(office, "auditor-province"));
    }

    [Fact]
    public async Task Nor_is_a_calendar_though_it_may_be_tried()
    {
        await using var office = await Office.OpenAsync();
        var administrator = office.As("administrator-province");
        var plan = new { provisional = false, source = "Quyết định mới", entries = Array.Empty<object>() };

        var tried = await administrator.PostAsJsonAsync("/api/calendar/2028/trial", plan);
        var problem = await administrator.PutAsJsonAsync("/api/calendar/2028", plan).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Equal(("field-missing", "reason"), (problem.Code, problem.Field));
    }

    [Theory]
    [InlineData("administrator-muong-ang", "audit-whole-province")]
    [InlineData("clerk-muong-ang", "not-your-task")]
    public async Task It_is_for_those_who_see_the_whole_province(string who, string because)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(because, (await office.As(who).GetAsync("/api/audit/edits").ProblemAsync(HttpStatusCode.Forbidden)).Code);
    }

    private static async Task EditAllAsync(Office office)
    {
        var first = await PutAsync(office, "offices/H18.61", ReferenceBodies.Coming(office), HttpStatusCode.Created);
        await PutAsync(office, "office-hours/H18.61", ReferenceBodies.Of(office, "office-hours/H18.61"), HttpStatusCode.Created);
        await PutAsync(office, "escalation-ladders/1.014027/H18.61", ReferenceBodies.Of(office, "escalation-ladders/1.014027/H18.61"), HttpStatusCode.Created);
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await office.PutCalendarAsync(2026, "2026-12-31", seen: "1")).StatusCode);
        await PutAsync(office, "certificate-purposes/*", ReferenceBodies.Of(office, "certificate-purposes/*"), HttpStatusCode.Created);
        await PutAsync(office, "offices/H18.61", ReferenceBodies.Coming(office) with { Reason = "Đính chính" }, HttpStatusCode.OK, first);
    }

    private static async Task<string?> PutAsync(Office office, string what, object body, HttpStatusCode status, string? tag = null)
    {
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{what}/versions/2026-12-01")
        {
            Content = JsonContent.Create(body, options: OfficeJson.Options),
        };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        var answer = await office.As("administrator-province").SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return answer.Headers.ETag?.Tag;
    }

    private static async Task<IReadOnlyList<EditView>> EditsAsync(Office office, string who) =>
        (await Counter.ReadAsync<PageOf<EditView>>(await office.As(who).GetAsync("/api/audit/edits"), HttpStatusCode.OK)).Items;
}
