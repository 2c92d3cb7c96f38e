using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class AllowanceByPostJourney
{
    [Fact]
    public async Task An_elder_applies_for_a_monthly_allowance_by_post_and_gets_the_decision_by_post()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-ang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI", "Vừ Thị Mỷ"), "Tờ khai.pdf", Filings.My.PersonalNumber);

        var receipt = await clerk.FileAsync(Filings.Allowance(office.OfficeOf("clerk-muong-ang"), new PaperForm("to-khai", scan)));
        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", receipt.Code, "88/QĐ-UBND");

        // Ten working days from Friday 20 November, over the holiday of the 24th.
        Assert.Equal(new DateTime(2026, 12, 7), accepted.Deadline!.PromisedAt.Date);
        var elder = await office.As("my").ReadDossierAsync(receipt.Code);
        Assert.Equal((Channel.Post, ReturnWay.Post, Phase.Returned), (elder.Channel, elder.ReturnWay, elder.Phase));
    }
}
