using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms;
using PublicAdmin.Platform;
using PublicAdmin.Submission.Drafts;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

public class DraftTests
{
    private const string Birth = """{"procedure":"1.001193","form":{"applicant":{"name":"Lò Thị Mai"},"note":"con gái đầu lòng"}}""";

    [Fact]
    public async Task A_form_begun_on_the_phone_goes_on_at_the_kiosk()
    {
        await using var office = await Office.OpenAsync();
        using var phone = office.As("mai");
        using var kiosk = office.As("mai");

        var begun = await SaveAsync(phone, "khai-sinh", Birth);
        var there = await kiosk.GetAsync("/api/drafts/khai-sinh");
        var listed = await ItemsAsync(await kiosk.GetAsync("/api/drafts"));

        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.Equal(begun.Headers.ETag, there.Headers.ETag);
        Assert.Equal("con gái đầu lòng", (await JsonAsync(there)).GetProperty("form").GetProperty("note").GetString());
        Assert.Equal(("khai-sinh", "1.001193"), (listed.Single().GetProperty("id").GetString(), listed.Single().GetProperty("procedure").GetString()));
    }

    [Fact]
    public async Task A_draft_goes_on_by_the_form_of_the_day_and_says_what_is_to_be_filled_in_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-12-30T02:00Z");
        using var mai = office.As("mai");
        await EnterNextVersionAsync(office);
        await SaveAsync(
            mai, "d", """{"procedure":"2.000908","form":{},"eform":{"id":"ban-sao-so-goc","version":"1","answers":{"purpose":"Xin việc","paperName":"Bằng tốt nghiệp"}}}""");

        var before = (await JsonAsync(await mai.GetAsync("/api/drafts/d"))).GetProperty("eform");
        office.Clock.GoTo(DateTimeOffset.Parse("2027-01-02T02:00Z", System.Globalization.CultureInfo.InvariantCulture));
        using var later = office.As("mai");
        var after = (await JsonAsync(await later.GetAsync("/api/drafts/d"))).GetProperty("eform");

        Assert.Equal(("1", "Xin việc"), (before.GetProperty("version").GetString(), before.GetProperty("answers").GetProperty("purpose").GetString()));
        Assert.Equal(("2", "1"), (after.GetProperty("version").GetString(), after.GetProperty("carriedFrom").GetString()));
        Assert.Equal("Xin việc", after.GetProperty("answers").GetProperty("useOfCopy").GetString());
        var lost = Assert.Single(after.GetProperty("lost").EnumerateArray().ToList());
        Assert.Equal("paperName", lost.GetProperty("key").GetString());
        Assert.False(string.IsNullOrEmpty(lost.GetProperty("label").GetProperty("vi").GetString()));
    }

    // The purpose goes under another key from the new year on, and the name of the paper is not asked any more.
    private static async Task EnterNextVersionAsync(Office office)
    {
        var form = JsonSerializer.SerializeToNode(new FormBook().Find("ban-sao-so-goc", "1")!, OfficeJson.Options)!.AsObject();
        (form["version"], form["validFrom"]) = ("2", "2027-01-01");
        var sections = form["sections"]!.AsArray();
        var fields = sections.SelectMany(section => section!["fields"]!.AsArray()).ToList();
        fields.Single(field => (string)field!["key"]! == "purpose")!["key"] = "useOfCopy";
        var dropped = fields.Single(field => (string)field!["key"]! == "paperName")!;
        dropped.Parent!.AsArray().Remove(dropped);
        form["migration"] = JsonNode.Parse("""{"from":"1","steps":[{"kind":"rename","key":"purpose","to":"useOfCopy"},{"kind":"drop","key":"paperName"}]}""");
        using var administrator = office.As("administrator-province");
        var entered = await administrator.PostAsJsonAsync("/api/forms/ban-sao-so-goc/versions", form);
        Assert.True(entered.IsSuccessStatusCode, await entered.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Of_two_devices_at_once_one_wins_and_the_other_is_told()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var tag = (await SaveAsync(mai, "d", Birth)).Headers.ETag;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(device => SaveAsync(mai, "d", $$$"""{"form":{"device":{{{device}}}}}""", tag)));

        var winner = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal("\"2\"", winner.Headers.ETag?.Tag);
        var told = await JsonAsync(answers.First(answer => answer != winner));
        Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        Assert.Equal(("draft-changed", 2), (told.GetProperty("code").GetString(), told.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_may_be_sent_again()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");

        await SaveAsync(mai, "d", Birth);
        var again = await SaveAsync(mai, "d", Birth);

        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal("\"1\"", again.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_it()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var thanh = office.As("thanh");
        await SaveAsync(mai, "d", Birth);

        await thanh.DeleteAsync("/api/drafts/d");

        Assert.Equal(HttpStatusCode.NotFound, (await thanh.GetAsync("/api/drafts/d")).StatusCode);
        Assert.Empty(await ItemsAsync(await thanh.GetAsync("/api/drafts")));
        Assert.Equal(HttpStatusCode.OK, (await mai.GetAsync("/api/drafts/d")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Http.GetAsync("/api/drafts")).StatusCode);
        using var clerk = office.As("clerk-muong-ang");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/api/drafts")).StatusCode);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone_and_deleting_it_again_is_no_fault()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        await SaveAsync(mai, "d", Birth);

        Assert.Equal(HttpStatusCode.NoContent, (await mai.DeleteAsync("/api/drafts/d")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await mai.DeleteAsync("/api/drafts/d")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await mai.GetAsync("/api/drafts/d")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(mai, "d", Birth)).StatusCode);
    }

    [Theory]
    [InlineData("d", """{"form":[]}""", "draft-not-an-object")]
    [InlineData("d", """{"form":"text"}""", "draft-not-an-object")]
    [InlineData("d%20d", """{"form":{}}""", "draft-id-invalid")]
    [InlineData("d", """{"form":{}, "procedure":"1.0011931.0011931.001193"}""", "field-too-long")]
    [InlineData("d", """{"form":{}""", "body-unreadable")]
    public async Task A_faulty_save_is_refused(string id, string body, string because)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");

        var refused = await SaveAsync(mai, id, body);

        Assert.Equal(because, (await JsonAsync(refused)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Sixty_kilobytes_are_kept_and_no_more()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var frame = """{"t":""}""".Length;

        var full = await SaveAsync(mai, "full", $$$"""{"form":{"t":"{{{new string('x', DraftDesk.MaxBytes - frame)}}}"}}""");
        var over = await SaveAsync(mai, "over", $$$"""{"form":{"t":"{{{new string('x', DraftDesk.MaxBytes - frame + 1)}}}"}}""");

        Assert.Equal(HttpStatusCode.Created, full.StatusCode);
        Assert.Equal("draft-too-large", (await JsonAsync(over)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task There_are_at_most_thirty_and_deleting_one_makes_room()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        for (var i = 0; i < DraftStore.MaxDrafts; i++)
        {
            await SaveAsync(mai, $"d{i}", Birth);
        }

        var oneTooMany = await SaveAsync(mai, "more", Birth);
        await mai.DeleteAsync("/api/drafts/d7");

        Assert.Equal(HttpStatusCode.TooManyRequests, oneTooMany.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(mai, "more", Birth)).StatusCode);
    }

    [Fact]
    public async Task Thirty_days_after_the_last_save_it_ends()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var tag = (await SaveAsync(mai, "kept", Birth)).Headers.ETag;
        await SaveAsync(mai, "left", Birth);

        office.Clock.Advance(TimeSpan.FromDays(10));
        using var tenDaysOn = office.As("mai");
        await SaveAsync(tenDaysOn, "kept", """{"form":{"more":true}}""", tag);
        office.Clock.Advance(TimeSpan.FromDays(21));
        using var later = office.As("mai");

        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync("/api/drafts/left")).StatusCode);
        Assert.Equal(1, await office.The<DraftPurge>().PurgeAsync(default));
        Assert.Equal(0, await office.The<DraftPurge>().PurgeAsync(default));
        Assert.Equal(["kept"], (await ItemsAsync(await later.GetAsync("/api/drafts"))).Select(draft => draft.GetProperty("id").GetString()));
    }

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient http, string id, string body, EntityTagHeaderValue? ifMatch = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put, $"/api/drafts/{id}")
        { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(ifMatch);
        }

        return await http.SendAsync(request);
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<List<JsonElement>> ItemsAsync(HttpResponseMessage response) => [.. (await JsonAsync(response)).EnumerateArray()];
}
