using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class NonTerritorialJourney
{
    [Fact]
    public async Task A_dossier_received_in_the_city_is_decided_in_the_commune_and_returned_in_the_city()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (city, commune) = (office.OfficeOf("clerk-dien-bien-phu"), office.OfficeOf("clerk-muong-ang"));
        var clerk = office.As("clerk-dien-bien-phu");

        var receipt = await clerk.FileAsync(Filings.MaritalStatus(city) with { Channel = Channel.Counter });
        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");
        await office.DeliverMessagesAsync();

        Assert.StartsWith($"{city}-261120-", receipt.Code.ToString(), StringComparison.Ordinal);
        Assert.Equal((city, commune, commune), (accepted.Places.Receipt, accepted.Places.Competent, accepted.Holding));
        Assert.Equal(receipt.Code, Assert.Single(await office.As("officer-muong-ang").WorkAsync("list=received")).Code);

        await office.As("officer-muong-ang").ActAsync(receipt.Code, "taking");
        await office.DecideAsync("muong-ang", receipt.Code);
        await office.DeliverMessagesAsync();

        Assert.Equal(receipt.Code, Assert.Single(await clerk.WorkAsync("list=issued")).Code);
        await clerk.ActAsync(receipt.Code, "payment", new FeeForm(0, "Không thu"));
        Assert.Equal(Phase.Returned, (await clerk.ActAsync(receipt.Code, "return", new ReturnForm())).Phase);
    }

    [Fact]
    public async Task A_helper_at_a_kiosk_is_recorded_beside_the_citizen_and_as_a_channel_of_its_own()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-phang");
        var helper = office.As("clerk-muong-phang");

        var receipt = await helper.FileAsync(Filings.MaritalStatus(place) with { Channel = Channel.Assisted, PlaceOfHelp = place });

        var seen = await office.As("mai").ReadDossierAsync(receipt.Code);
        Assert.Equal((Channel.Assisted, OfficePeople.IdOf("clerk-muong-phang"), place), (seen.Channel, seen.Helper, seen.Places.Help));
        Assert.Equal(Filings.Mai.PersonalNumber, seen.Applicant.PersonalNumber);
    }

    [Fact]
    public async Task A_dossier_no_rule_can_place_waits_in_a_queue_of_its_own_until_somebody_knows()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-center");
        var receipt = await clerk.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-center")) with { Channel = Channel.Counter, ResidenceUnit = null });
        await office.DeliverMessagesAsync();

        Assert.Null(receipt.Competent);
        Assert.Equal(receipt.Code, Assert.Single(await clerk.WorkAsync("list=competenceUnknown")).Code);
        Assert.Empty(await clerk.WorkAsync("list=registered"));
        Assert.Equal(
            "dossier-competence-unknown", (await clerk.SendActAsync(receipt.Code, "acceptance").ProblemAsync(System.Net.HttpStatusCode.Conflict)).Code);

        await clerk.ActAsync(receipt.Code, "competence", new CompetenceForm(office.OfficeOf("officer-muong-ang")));
        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");

        Assert.Equal(office.OfficeOf("officer-muong-ang"), accepted.Holding);
    }
}
