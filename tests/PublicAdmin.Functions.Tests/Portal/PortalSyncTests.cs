using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Portal;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

public sealed class PortalSyncTests
{
    [Fact]
    public async Task The_portal_hears_of_a_dossier_until_it_has_acknowledged_it()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var code = await FileAsync(office, portal);

        var told = Assert.Single((await ChangesAsync(portal)).Items);
        var answer = await AcknowledgeAsync(portal, new ReceivedChange(told.Code.ToString(), told.Version));
        await office.DeliverMessagesAsync();

        Assert.Equal((code, 1L, 1, 2), (told.Code, told.Version, told.Status, told.ChannelCode));
        Assert.Equal(Acknowledged.Recorded, Assert.Single(answer.Items).Outcome);
        Assert.Empty((await ChangesAsync(portal)).Items);
        Assert.Equal(new PortalState(1, told.WaitingSince, 1), (await portal.ReadDossierAsync(code)).Portal);
    }

    [Fact]
    public async Task Each_later_change_waits_again_with_the_dates_promised()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var code = await FileAsync(office, portal);
        await AcknowledgeAsync(portal, new ReceivedChange(code.ToString(), 1));
        var accepted = await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DeliverMessagesAsync();

        var told = Assert.Single((await ChangesAsync(portal)).Items);

        Assert.Equal((3L, 4, accepted.Deadline!.DueAt), (told.Version, told.Status, told.DueAt));
        Assert.Equal([1, 2, 4], told.Steps.Select(step => step.Status));
    }

    [Fact]
    public async Task Acknowledging_again_or_an_older_version_changes_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var code = await FileAsync(office, portal);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        var both = new[] { new ReceivedChange(code.ToString(), 2), new ReceivedChange(code.ToString(), 1) };

        await AcknowledgeAsync(portal, both);
        var before = await portal.ReadDossierAsync(code);
        var again = await AcknowledgeAsync(portal, both);

        Assert.All(again.Items, line => Assert.Equal(Acknowledged.Recorded, line.Outcome));
        Assert.Equal((2L, before.Version), (before.Portal.Heard, (await portal.ReadDossierAsync(code)).Version));
    }

    [Fact]
    public async Task A_line_that_is_wrong_does_not_stop_the_others()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var mine = await FileAsync(office, portal);
        var another = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

        var answer = await AcknowledgeAsync(
            portal, new("nonsense", 1), new(another.ToString(), 1), new(mine.ToString(), 2), new(mine.ToString(), 1), new("H18.61-261120-9999", 1));

        Assert.Equal(
            [Acknowledged.Unknown, Acknowledged.Unknown, Acknowledged.Ahead, Acknowledged.Recorded, Acknowledged.Unknown],
            answer.Items.Select(line => line.Outcome));
    }

    [Fact]
    public async Task The_list_comes_in_pages_the_longest_waiting_first()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var codes = new List<DossierCode>();
        for (var n = 0; n < 5; n++)
        {
            codes.Add(await FileAsync(office, portal));
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await ChangesAsync(portal, "limit=3");
        var rest = await ChangesAsync(portal, $"limit=3&after={first.Next}");

        Assert.Equal(codes, [.. first.Items.Select(item => item.Code), .. rest.Items.Select(item => item.Code)]);
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task The_national_portals_own_client_hears_of_every_dossier()
    {
        await using var office = await Office.OpenAsync(settings: $"--Portal:Client={OfficePeople.IdOf("portal")}");
        var receipt = await office.As("clerk-muong-ang").FileAsync(
            Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = Channel.Counter });
        await office.DeliverMessagesAsync();

        var told = Assert.Single((await ChangesAsync(office.As("portal"))).Items);

        Assert.Equal((receipt.Code, 1), (told.Code, told.ChannelCode));
    }

    [Fact]
    public async Task An_acknowledgement_does_not_come_between_an_official_and_the_dossier_just_read()
    {
        await using var office = await Office.OpenAsync();
        using var portal = office.As("portal");
        var code = await FileAsync(office, portal);
        using var clerk = office.As("clerk-muong-ang");
        var read = await clerk.ReadDossierAsync(code);
        await AcknowledgeAsync(portal, new ReceivedChange(code.ToString(), 1));

        using var accepted = await clerk.SendActAsync(code, "acceptance", ifMatch: read.Version);
        using var late = await clerk.SendActAsync(code, "withdrawal", new WithdrawalForm(), ifMatch: read.Version);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (accepted.StatusCode, late.StatusCode));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AcknowledgeChanges.MaxItems + 1)]
    public async Task A_batch_is_bounded(int items)
    {
        await using var office = await Office.OpenAsync();
        var form = new AcknowledgementForm([.. Enumerable.Repeat(new ReceivedChange("H18.61-261120-0001", 1), items)]);

        var problem = await office.As("portal").PostAsJsonAsync("/api/portal/acknowledgements", form, OfficeJson.Options)
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("field-count-invalid", "items"), (problem.Code, problem.Field));
    }

    [Theory]
    [InlineData("mai")]
    [InlineData("clerk-muong-ang")]
    [InlineData("administrator-province")]
    public async Task Only_systems_come_through_these_doors(string persona)
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As(persona);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/api/portal/changes")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync("/api/portal/acknowledgements", new { items = Array.Empty<object>() })).StatusCode);
    }

    private static async Task<DossierCode> FileAsync(Office office, HttpClient portal)
    {
        var code = (await portal.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.DeliverMessagesAsync();
        return code;
    }

    private static async Task<PageOf<PortalChange>> ChangesAsync(HttpClient portal, string query = "") =>
        await Counter.ReadAsync<PageOf<PortalChange>>(await portal.GetAsync($"/api/portal/changes?{query}"), HttpStatusCode.OK);

    private static async Task<AcknowledgementAnswer> AcknowledgeAsync(
        HttpClient portal, params IReadOnlyList<ReceivedChange> items) => await Counter.ReadAsync<AcknowledgementAnswer>(
        await portal.PostAsJsonAsync("/api/portal/acknowledgements", new AcknowledgementForm(items), OfficeJson.Options), HttpStatusCode.OK);
}
