using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

public class WorkAndSearchTests
{
    [Fact]
    public async Task Work_is_listed_by_urgency_and_page_after_page_shows_each_dossier_once()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (mai, clerk, place) = (office.As("mai"), office.As("clerk-muong-ang"), office.OfficeOf("clerk-muong-ang"));
        var codes = new List<DossierCode>();
        for (var n = 0; n < 7; n++)
        {
            codes.Add((await mai.FileAsync(Filings.MaritalStatus(place))).Code);
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await office.DeliverMessagesAsync();

        var listed = new List<DossierCode>();
        for (var next = ""; next is not null;)
        {
            var page = await Counter.ReadAsync<PageOf<WorkItem>>(await clerk.GetAsync($"/api/work?list=registered&limit=3&after={next}"), HttpStatusCode.OK);
            listed.AddRange(page.Items.Select(item => item.Code));
            next = page.Next;
        }

        Assert.Equal(codes, listed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("i|")]
    [InlineData("w|all|")]
    [InlineData("zzz")]
    public async Task A_cursor_made_by_hand_leads_out_of_no_list(string behind)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();

        var listed = await office.As("clerk-muong-ang").WorkAsync($"list=registered&after={PageAsked.CursorOf(behind)}");

        Assert.All(listed, item => Assert.Equal("registered", item.List));
    }

    [Fact]
    public async Task The_last_page_says_no_next_as_everywhere()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        Assert.Equal("""{"items":[]}""", await office.As("clerk-muong-ang").GetStringAsync("/api/work"));
    }

    [Fact]
    public async Task An_officer_finds_the_own_work()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (clerk, officer) = (office.As("clerk-muong-ang"), office.As("officer-muong-ang"));
        var first = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var second = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await clerk.ActAsync(first, "acceptance");
        await clerk.ActAsync(second, "acceptance");
        await officer.ActAsync(second, "taking");
        await office.DeliverMessagesAsync();

        Assert.Equal(second, Assert.Single(await officer.WorkAsync("mine=true")).Code);
        Assert.Equal(first, Assert.Single(await officer.WorkAsync("list=received")).Code);
    }

    [Theory]
    [InlineData("Lò Thị Mai")]
    [InlineData("lo thi mai")]
    [InlineData("mai")]
    [InlineData("0912345678")]
    [InlineData("+84912345678")]
    [InlineData("011195000123")]
    public async Task A_dossier_is_found_by_name_with_or_without_marks_by_phone_and_by_number(string typed)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.DeliverMessagesAsync();

        var found = Assert.Single(await office.As("clerk-muong-ang").SearchAsync(typed));

        Assert.Equal((code, "••••••••0123"), (found.Code, found.PersonalNumber));
        Assert.Empty(await office.As("clerk-muong-phang").SearchAsync(typed));
    }

    [Fact]
    public async Task A_dossier_is_found_by_its_code_by_those_who_may_read_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

        Assert.Equal(code, Assert.Single(await office.As("supervisor-province").SearchAsync(code.ToString())).Code);
        Assert.Empty(await office.As("clerk-muong-phang").SearchAsync(code.ToString()));
    }

    [Theory]
    [InlineData("/api/work?office=H18.02", HttpStatusCode.Forbidden, "office-not-yours")]
    [InlineData("/api/work?list=everything", HttpStatusCode.BadRequest, "work-list-unknown")]
    [InlineData("/api/work?limit=1000", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/work?after=%25%25", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/search?q=a", HttpStatusCode.BadRequest, "search-too-short")]
    public async Task What_cannot_be_listed_is_refused_with_a_reason(string path, HttpStatusCode status, string because)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var problem = await office.As("clerk-muong-ang").GetAsync(path).ProblemAsync(status);

        Assert.Equal(because, problem.Code);
    }

    [Fact]
    public async Task Lists_can_be_written_again_from_the_dossier_however_often_it_is_announced()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        for (var n = 0; n < 3; n++)
        {
            await office.The<IQueueSender>().SendAsync(DossierStore.Announcement(code, 1), CancellationToken.None);
            await office.DeliverMessagesAsync();
        }

        Assert.Empty(await office.As("clerk-muong-ang").WorkAsync("list=registered"));
        Assert.Single(await office.As("clerk-muong-ang").WorkAsync());
    }
}
