using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Portal.Inbound;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>What the National Portal files becomes one dossier by the same rules as any, and its files papers like any.</summary>
public sealed class PortalFilingTests
{
    private const string Code = "G22.99.01-261120-0007";

    [Fact]
    public async Task A_filing_of_the_portal_is_one_dossier_and_its_files_are_its_papers()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var form = Birth(office, store.Keep("chung-sinh", SampleScans.Pdf()));

        var receipt = await PortalStore.FileAsync(office, form);
        var waiting = await office.As("clerk-muong-ang").ReadDossierAsync(receipt.Code);
        Assert.Equal((Code, 1, 0), (waiting.Portal.CentralCode, waiting.Portal.FilesAwaited, waiting.Papers));
        var early = await office.As("clerk-muong-ang").SendActAsync(receipt.Code, "acceptance").ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("dossier-files-awaited", early.Code);

        await PassAsync(office, TimeSpan.FromMinutes(10));

        var dossier = await office.As("clerk-muong-ang").ReadDossierAsync(receipt.Code);
        Assert.Equal((Phase.Registered, 0, 1), (dossier.Phase, dossier.Portal.FilesAwaited, dossier.Papers));
        var paper = await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/dossiers/{receipt.Code}/documents/1");
        Assert.Equal(form.Files![0].Sha256, Uploads.Sha256(paper));
        Assert.Equal(Phase.Received, (await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance")).Phase);
        Assert.Equal(1, store.Served);
    }

    [Fact]
    public async Task The_same_again_has_the_same_answer_and_other_content_under_its_code_names_the_dossier()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var form = Birth(office, store.Keep("chung-sinh", SampleScans.Pdf()));

        var first = await (await PortalStore.SendAsync(office, form)).ReadAsync();
        await office.DeliverMessagesAsync();
        office.Clock.Advance(TimeSpan.FromDays(3));
        var linkedAnew = form with { Files = [form.Files![0] with { Link = form.Files[0].Link + "?lan=2" }] };
        var again = await (await PortalStore.SendAsync(office, linkedAnew)).ReadAsync();
        var changed = form with { Filing = form.Filing with { Summary = "Nội dung khác" } };
        var other = await PortalStore.SendAsync(office, changed).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal("portal-code-reused", other.Code);
        Assert.Contains(first.GetProperty("code").GetString()!, other.Detail, StringComparison.Ordinal);
        Assert.Single(await office.As("clerk-muong-ang").WorkAsync("list=all"));
    }

    [Fact]
    public async Task Sent_by_many_at_once_it_is_one_dossier()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var form = Birth(office, store.Keep("chung-sinh", SampleScans.Pdf()));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PortalStore.FileAsync(office, form)));

        Assert.Single(receipts.Select(receipt => receipt.Code).Distinct());
    }

    [Fact]
    public async Task It_is_held_against_form_and_components_like_any_filing()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var form = Birth(office, store.Keep("chung-sinh", SampleScans.Pdf()));

        var unfilled = form with { Filing = form.Filing with { Form = System.Text.Json.JsonSerializer.SerializeToElement(new { }) } };
        var noForm = await PortalStore.SendAsync(office, unfilled).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var noPaper = await PortalStore.SendAsync(office, form with { Files = [] }).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var strange = await PortalStore.SendAsync(office, form with { Files = [form.Files![0] with { Component = "khong-co" }] })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var foreign = await PortalStore.SendAsync(office, form with { Files = [form.Files[0] with { Link = "http://169.254.169.254/tep/T1" }] })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ["form-invalid", "component-missing", "component-unknown", "portal-link-foreign"], [noForm.Code, noPaper.Code, strange.Code, foreign.Code]);
        Assert.Equal(["filing.papers", "files[0].component", "files[0].link"], [noPaper.Field!, strange.Field!, foreign.Field!]);
        Assert.Empty(await office.As("clerk-muong-ang").WorkAsync("list=all"));
    }

    [Theory]
    [InlineData("gone", "portal-file-gone")]
    [InlineData("lies", "portal-file-differs")]
    [InlineData("longer", "portal-file-differs")]
    [InlineData("down", "portal-file-away")]
    [InlineData("unusable", "paper-unusable")]
    public async Task A_file_that_cannot_be_used_is_asked_for_on_form_02_and_the_portal_hears_status_5(string how, string reason)
    {
        await using var store = await PortalStore.StartAsync();
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", [.. portal.Settings, .. store.Settings]);
        var receipt = await PortalStore.FileAsync(
            office, Birth(office, store.Keep("chung-sinh", how == "unusable" ? new byte[5_000] : SampleScans.Pdf())));
        store.Misbehave(how);

        await PassAsync(office, TimeSpan.FromHours(5));

        var dossier = await office.As("clerk-muong-ang").ReadDossierAsync(receipt.Code);
        Assert.Equal((Phase.SupplementRequested, 1), (dossier.Phase, dossier.SupplementRounds));
        Assert.Contains("giấy chứng sinh.pdf", Assert.Single(dossier.Asked!.Items).Reason, StringComparison.Ordinal);
        var events = await office.The<DossierStore>().EventsAsync(receipt.Code, 1, default);
        Assert.Equal(reason, Assert.Single(events.Select(one => one.Event).OfType<FilesFetched>().Single().Refused).Reason);
        Assert.Equal("5", portal.Holds[receipt.Code.ToString()].GetProperty("TrangThaiHoSo").GetString());
        Assert.Contains(Code, portal.Holds[receipt.Code.ToString()].GetProperty("ThongTinKhac").GetString(), StringComparison.Ordinal);
        Assert.Equal("5", portal.LinesOf(receipt.Code.ToString())[^1].GetProperty("TrangThai").GetString());
        var form = await office.As("clerk-muong-ang").GetAsync($"/api/dossiers/{receipt.Code}/forms/02");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_down_and_breaks_off_is_asked_again_until_the_file_is_whole()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var receipt = await PortalStore.FileAsync(office, Birth(office, store.Keep("chung-sinh", SampleScans.Pdf(pages: 3))));
        store.IsDown = true;
        await PassAsync(office, TimeSpan.FromHours(1));
        (store.IsDown, store.BreaksOff) = (false, 2);

        await PassAsync(office, TimeSpan.FromHours(1));

        var dossier = await office.As("clerk-muong-ang").ReadDossierAsync(receipt.Code);
        Assert.Equal((Phase.Registered, 1, 0), (dossier.Phase, dossier.Papers, dossier.Portal.FilesAwaited));
    }

    internal static PortalFilingForm Birth(Office office, params PortalFile[] files) =>
        new(Code, Filings.Birth(office.OfficeOf("clerk-muong-ang")), files);

    internal static async Task PassAsync(Office office, TimeSpan time)
    {
        for (var end = office.Clock.GetUtcNow() + time; office.Clock.GetUtcNow() < end; office.Clock.Advance(TimeSpan.FromMinutes(5)))
        {
            await office.DeliverMessagesAsync();
        }
    }
}
