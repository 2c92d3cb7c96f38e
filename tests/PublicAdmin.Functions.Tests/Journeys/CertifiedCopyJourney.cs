using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class CertifiedCopyJourney
{
    [Fact]
    public async Task A_copy_is_certified_at_the_counter_the_same_day_and_paid_for()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-dien-bien-phu");
        var receipt = await clerk.FileAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")));

        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");
        await clerk.ActAsync(receipt.Code, "fee", new FeeFactsForm(Pages: 2));
        var paid = await office.As("cashier-dien-bien-phu").ActAsync(receipt.Code, "payment", new FeeForm(4_000, "BL-AA/26E 000123"));
        await office.ProcessToTheEndAsync("dien-bien-phu", receipt.Code, "0451/SCT-BS");

        Assert.Equal(DateTimeOffset.Parse("2026-11-20T17:00+07:00"), accepted.Deadline!.PromisedAt);
        Assert.Equal(PaymentState.Paid, paid.Fee.State);
        Assert.Equal(Phase.Returned, (await clerk.ReadDossierAsync(receipt.Code)).Phase);
    }

    [Fact]
    public async Task After_three_in_the_afternoon_the_copy_is_due_on_the_next_working_day()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-23T08:01Z"); // 15:01, the day before the holiday of 24 November
        var clerk = office.As("clerk-dien-bien-phu");
        var receipt = await clerk.FileAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")));

        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");

        Assert.Equal(new DateTime(2026, 11, 25), accepted.Deadline!.PromisedAt.Date);
    }
}
